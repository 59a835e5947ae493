import type { ExecutionPlan } from '../graph/types.js'
import type { OutputItem } from '../nodes/defineNode.js'
import type { Engine } from './engine.js'

import { readNodeOutputs } from '../db/statements/readNodeOutputs.js'
import { readNodeRuns } from '../db/statements/readNodeRuns.js'
import { assembleOutput, itemSources, itemsOf } from './nodeOutputs.js'

/** One thing a reviewer decides on: the item and the agent job that made it. */
export interface ReviewItem {
  jobId: string
  nodeId: string
  item: OutputItem
}

/** What waits at a review node, in flow order. */
export async function readReviewItems({
  engine,
  exec,
  plan,
  node: id,
}: {
  engine: Engine
  exec: string
  plan: ExecutionPlan
  node: string
}): Promise<ReviewItem[]> {
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]))
  const node = nodes.get(id)
  if (!node) return []
  const runs = new Map(
    (await readNodeRuns(engine.pools.durable, { exec })).map((run) => [run.node, run]),
  )
  const sources = itemSources({
    node,
    nodes,
    isTaken: (from, to) => {
      const run = runs.get(from.id)
      if (!run || !['done', 'failed', 'skipped'].includes(run.state)) return false
      return from.successors.some(
        (edge) => edge.nodeId === to && (!edge.branch || !run.branch || edge.branch === run.branch),
      )
    },
  })
  const rows = await readNodeOutputs(engine.pools.durable, {
    agentJobs: engine.tables.agentJobs,
    exec,
    nodes: sources,
  })
  return sources.flatMap((source) => {
    const own = rows.filter((row) => row.node === source)
    const type = nodes.get(source)?.type ?? ''
    const total = runs.get(source)?.total ?? 0
    const items = itemsOf(assembleOutput({ type, total, rows: own }))
    // A generating node has one item a job; a passing one has all its items in its only job.
    return items.map((item, index) => ({
      jobId: (items.length === own.length ? own[index] : own[0])?.id ?? '',
      nodeId: source,
      item,
    }))
  })
}
