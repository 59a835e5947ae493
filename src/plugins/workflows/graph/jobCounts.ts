import type { ExecutionPlan, JsonObject, PlanNode } from './types.js'

import { toNumber } from './conditions.js'
import { isMaking, isPassing } from './nodeKinds.js'

/** How many jobs each node will have and how many items it will pass on, if nothing is rejected. */
export function countJobs({ plan, params }: { plan: ExecutionPlan; params: JsonObject }): {
  jobs: Map<string, number>
  items: Map<string, number>
} {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]))
  const jobs = new Map<string, number>()
  const items = new Map<string, number>()
  for (const id of plan.executionOrder) {
    const node = byId.get(id)
    if (!node) continue
    const own = jobsOf({ node, params, items })
    jobs.set(id, own)
    const arriving = node.predecessors.reduce((sum, before) => sum + (items.get(before) ?? 0), 0)
    items.set(id, itemsOf({ node, own, arriving }))
  }
  return { jobs, items }
}

function jobsOf({
  node: { quantity },
  params,
  items,
}: {
  node: PlanNode
  params: JsonObject
  items: ReadonlyMap<string, number>
}): number {
  switch (quantity.kind) {
    case 'fixed':
      return quantity.value
    case 'param':
      return toNumber(params[quantity.name]) ?? 1
    case 'itemsOf':
      return items.get(quantity.nodeId) ?? 0
  }
}

function itemsOf({
  node: { type },
  own,
  arriving,
}: {
  node: PlanNode
  own: number
  arriving: number
}): number {
  if (isPassing(type)) return arriving
  return isMaking(type) ? own : 0
}
