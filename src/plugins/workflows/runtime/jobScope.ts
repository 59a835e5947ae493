import type { Claim } from '../db/types.js'
import type { ExecutionPlan, JsonObject, PlanNode } from '../graph/types.js'
import type { NodeInput, OutputItem } from '../nodes/defineNode.js'
import type { Engine } from './engine.js'

import { readScope } from '../db/statements/readScope.js'
import { planIndex } from '../graph/planIndex.js'
import { readsOf } from '../graph/readsOf.js'
import { assembleOutput, itemSources, itemsOf } from './nodeOutputs.js'

/** Everything a job may read of what came before it, read once when it starts. */
export interface JobScope {
  node: PlanNode
  /** Outputs of the nodes before it, by id; skipped ones are empty. */
  outputs: ReadonlyMap<string, JsonObject>
  input: NodeInput<unknown>
  previousOutput: string
}

export async function readJobScope({
  engine,
  claim,
  plan,
}: {
  engine: Engine
  claim: Claim
  plan: ExecutionPlan
}): Promise<JobScope> {
  const { nodes } = planIndex(plan)
  const node = nodes.get(claim.node)
  if (!node) throw new Error(`The plan of execution ${claim.exec} has no node ${claim.node}`)
  const outputs = await readOutputs({ engine, claim, node, plan })
  const runs = outputs.runs
  const sources = [
    ...new Set(
      node.sources.copy || node.sources.image || node.sources.items
        ? [
            ...(node.sources.copy ?? []),
            ...(node.sources.image ?? []),
            ...(node.sources.items ?? []),
          ]
        : itemSources({
            node,
            nodes,
            isTaken: (from, to) => isTaken({ from, to, run: runs.get(from.id) }),
          }),
    ),
  ]
  const upstream = sources.flatMap((id) => {
    const source = nodes.get(id)
    return source
      ? [{ nodeId: id, type: source.type, items: itemsOf(outputs.byNode.get(id) ?? {}) }]
      : []
  })
  return {
    node,
    outputs: outputs.byNode,
    previousOutput: node.predecessors
      .map((id) => outputs.byNode.get(id)?.text)
      .filter((text): text is string => typeof text === 'string' && text !== '')
      .join('\n\n'),
    input: {
      config: node.config,
      index: claim.idx,
      quantity: claim.total,
      item: itemFor({ node, claim, outputs: outputs.byNode }),
      upstream,
    },
  }
}

/** The item a job maps over, or the copy an image illustrates (images go round when there are more). */
function itemFor({
  node,
  claim,
  outputs,
}: {
  node: PlanNode
  claim: Claim
  outputs: ReadonlyMap<string, JsonObject>
}): OutputItem | null {
  if (node.quantity.kind === 'itemsOf') {
    return itemsOf(outputs.get(node.quantity.nodeId) ?? {})[claim.idx] ?? null
  }
  if (node.type !== 'generate_image') return null
  const copies = (node.sources.copy ?? []).flatMap((id) => itemsOf(outputs.get(id) ?? {}))
  if (copies.length === 0) return null
  const index = claim.idx % copies.length
  const copy = copies[index]
  return copy ? { ...copy, copy_index: index } : null
}

async function readOutputs({
  engine,
  claim,
  node,
  plan,
}: {
  engine: Engine
  claim: Claim
  node: PlanNode
  plan: ExecutionPlan
}) {
  const byNode = new Map<string, JsonObject>()
  const runs = new Map<string, { branch: string | null; live: boolean }>()
  if (node.predecessors.length === 0) return { byNode, runs }
  const reads = readsOf(node, plan)
  const { outputs: rows, runs: runRows } =
    claim.scope ??
    (await readScope(engine.pools.durable, {
      agentJobs: engine.tables.agentJobs,
      exec: claim.exec,
      nodes: reads,
    }))
  const totals = new Map(runRows.map((run) => [run.node, run]))
  for (const id of reads) {
    const ancestor = planIndex(plan).nodes.get(id)
    if (!ancestor) continue
    const run = totals.get(id)
    runs.set(id, {
      branch: run?.branch ?? null,
      live: run !== undefined && ['done', 'failed', 'skipped'].includes(run.state),
    })
    byNode.set(
      id,
      assembleOutput({
        type: ancestor.type,
        total: run?.total ?? 0,
        rows: rows.filter((row) => row.node === id),
      }),
    )
  }
  return { byNode, runs }
}

function isTaken({
  from,
  to,
  run,
}: {
  from: PlanNode
  to: string
  run: { branch: string | null; live: boolean } | undefined
}): boolean {
  if (!run?.live) return false
  return from.successors.some(
    (edge) =>
      edge.nodeId === to &&
      (edge.branch === null || run.branch === null || edge.branch === run.branch),
  )
}
