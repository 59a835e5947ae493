import { createHash } from 'node:crypto'

import type { ExecutionPlan, JsonObject, PlanNode } from '../graph/types.js'
import type { PlanRow } from '../db/statements/storePlan.js'

import { canonicalJson } from '../graph/canonicalJson.js'
import { planIndex } from '../graph/planIndex.js'
import { resolveQuantities } from '../graph/quantity.js'
import { readsOf } from '../graph/readsOf.js'

/** A plan whose quantities are known; executions with the same one share its rows. */
export interface BoundPlan {
  id: string
  body: ExecutionPlan
  rows: PlanRow[]
}

/**
 * Binds a compiled plan to params. The id is a hash of plan and quantities, so a thousand launches of one
 * template with the same numbers store one plan.
 */
export function bindPlan({ plan, params }: { plan: ExecutionPlan; params: JsonObject }): BoundPlan {
  const quantities = resolveQuantities({ plan, params })
  const ordinals = new Map(plan.executionOrder.map((id, index) => [id, index]))
  const rows = plan.nodes.map((node) =>
    toRow({ node, quantities, plan, ord: ordinals.get(node.id) ?? 0 }),
  )
  const id = createHash('sha256')
    .update(canonicalJson({ plan, quantities: Object.fromEntries(quantities) }))
    .digest('hex')
  return { id, body: plan, rows }
}

type Quantities = ReturnType<typeof resolveQuantities>

function toRow({
  node,
  quantities,
  plan,
  ord,
}: {
  node: PlanNode
  quantities: Quantities
  plan: ExecutionPlan
  ord: number
}): PlanRow {
  const quantity = quantities.get(node.id) ?? 1
  const fixed = typeof quantity === 'number' ? quantity : null
  const target = (id: string) => planIndex(plan).nodes.get(id)
  return {
    node: node.id,
    ord,
    // A pinned review has been answered before: a worker repeats the answer.
    kind: node.type === 'review' && !node.pinnedFrom ? 'review' : 'work',
    job_type: node.type,
    quantity: fixed,
    items_from: typeof quantity === 'number' ? null : quantity.itemsOf,
    expected: fixed ?? expectedItems({ of: node.id, quantities }),
    succ: node.successors.map((successor) => successor.nodeId),
    branch: node.successors.map((successor) => successor.branch ?? ''),
    need: node.successors.map((successor) => target(successor.nodeId)?.inDegree ?? 1),
    join_first: node.successors.map((successor) => target(successor.nodeId)?.join === 'first'),
    in_degree: node.inDegree,
    lane: node.lane?.parallelId ?? null,
    lane_limit: node.lane?.maxConcurrent ?? null,
    tolerant: node.onError === 'continue',
    auto_minutes: node.autoApproveAfterMinutes,
    reviewers: reviewersOf(node),
    reads: readsOf(node, plan),
  }
}

/** None named = every editor of the workspace. */
function reviewersOf({ type, config: { reviewers } }: PlanNode): string[] | null {
  const isLimited = type === 'review' && Array.isArray(reviewers) && reviewers.length > 0
  return isLimited ? reviewers.map(String) : null
}

/** Best guess for progress until the number is known; a chain of mapping nodes ends at a fixed number. */
function expectedItems({ of, quantities }: { of: string; quantities: Quantities }): number {
  const seen = new Set<string>()
  let at = of
  while (!seen.has(at)) {
    seen.add(at)
    const quantity = quantities.get(at)
    if (quantity === undefined) return 1
    if (typeof quantity === 'number') return quantity
    at = quantity.itemsOf
  }
  return 1
}
