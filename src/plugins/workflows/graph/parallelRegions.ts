import type { GraphIndex } from './graphIndex.js'
import type { Reachability } from './reachability.js'

import { neighbours } from './graphIndex.js'

/** The part of a graph that a parallel node rules. */
export interface ParallelRegion {
  /** Position of the parallel node. */
  parallel: number
  /** The merge where its branches join; null when they never do. */
  join: number | null
  /** Nodes after the parallel and not at or after the join. */
  members: ReadonlySet<number>
}

/**
 * Where the branches of each parallel run. Its join is the first merge that all branches reach, else
 * the first that two of them reach. Side ways that end before the join belong to it as well.
 * In topological order, so that of two regions around a node the later one is the inner one.
 */
export function findParallelRegions({
  index,
  reachability,
  order,
}: {
  index: GraphIndex
  reachability: Reachability
  order: readonly number[]
}): ParallelRegion[] {
  const isAtOrAfter = (node: number, start: number) =>
    node === start || reachability.isUpstream({ node: start, of: node })
  return order
    .filter((node) => index.nodes[node]?.type === 'parallel')
    .map((parallel) => {
      const branches = neighbours({ index, of: parallel, direction: 'after' })
      const joins = order
        .filter((node) => index.nodes[node]?.type === 'merge')
        .map((node) => ({
          node,
          reached: branches.filter((branch) => isAtOrAfter(node, branch)).length,
        }))
        .filter(({ reached }) => reached > 1)
      const whole = joins.find(({ reached }) => reached === branches.length)
      const join = (whole ?? joins[0])?.node ?? null
      const members = order.filter(
        (node) =>
          reachability.isUpstream({ node: parallel, of: node }) &&
          (join === null || !isAtOrAfter(node, join)),
      )
      return { parallel, join, members: new Set(members) }
    })
}
