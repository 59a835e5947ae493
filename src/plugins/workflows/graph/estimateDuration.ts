import type { ExecutionPlan } from './types.js'

import { isMaking } from './nodeKinds.js'

/** features.md F-limits: agent jobs of one execution that run at once. */
const PARALLEL_JOBS = 20
/** Typical times of hosted models in 2026; a step of the engine itself is milliseconds. */
const MS_PER_COPY = 4_000
const MS_PER_IMAGE = 12_000

/**
 * The longest way through the graph, or all work spread over the slots, whichever is more. Waiting for
 * people is left out.
 */
export function estimateDuration({
  plan,
  jobs,
}: {
  plan: ExecutionPlan
  jobs: ReadonlyMap<string, number>
}): number {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]))
  const ends = new Map<string, number>()
  let work = 0
  for (const id of plan.executionOrder) {
    const node = byId.get(id)
    if (!node) continue
    const start = Math.max(0, ...node.predecessors.map((before) => ends.get(before) ?? 0))
    const count = jobs.get(id) ?? 0
    const each = msPerJob(node.type)
    const slots = Math.min(PARALLEL_JOBS, node.lane?.maxConcurrent ?? PARALLEL_JOBS)
    work += count * each
    ends.set(id, start + Math.ceil(count / slots) * each)
  }
  return Math.round(Math.max(0, ...ends.values(), work / PARALLEL_JOBS))
}

function msPerJob(type: string): number {
  if (!isMaking(type)) return 0
  return type === 'generate_image' ? MS_PER_IMAGE : MS_PER_COPY
}
