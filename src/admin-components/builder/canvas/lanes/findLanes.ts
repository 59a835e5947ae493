import type { WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

import { neighbours } from '../../../../plugins/workflows/graph/graphIndex.js'
import { findParallelRegions } from '../../../../plugins/workflows/graph/parallelRegions.js'
import { findReachability } from '../../../../plugins/workflows/graph/reachability.js'
import { topologicalOrder } from '../../../../plugins/workflows/graph/topologicalOrder.js'
import { graphIndexOf } from '../../edits/graphIndexOf.js'

/** What runs side by side behind one parallel node. */
export interface LaneGroup {
  parallelId: string
  /** Node ids of each branch, in the order of its edges. */
  lanes: string[][]
}

/** The branches of every parallel node; none while the drawing has a circle. */
export function findLanes(graph: WorkflowGraph): LaneGroup[] {
  if (!graph.nodes.some(({ type }) => type === 'parallel')) return []
  const index = graphIndexOf(graph)
  const order = topologicalOrder(index)
  if (!order) return []
  const reachability = findReachability(index)
  return findParallelRegions({ index, reachability, order }).flatMap(({ parallel, members }) => {
    const node = index.nodes[parallel]
    const heads = neighbours({ index, of: parallel, direction: 'after' })
    // A node that two branches lead to is in none of them.
    const lanes = heads.map((head) =>
      [...members].filter(
        (member) =>
          isIn({ member, head, reachability }) &&
          heads.every((other) => other === head || !isIn({ member, head: other, reachability })),
      ),
    )
    const named = lanes.map((lane) => lane.flatMap((member) => index.nodes[member]?.id ?? []))
    const filled = named.filter((lane) => lane.length > 0)
    return node && filled.length > 1 ? [{ parallelId: node.id, lanes: filled }] : []
  })
}

const isIn = ({
  member,
  head,
  reachability,
}: {
  member: number
  head: number
  reachability: ReturnType<typeof findReachability>
}): boolean => member === head || reachability.isUpstream({ node: head, of: member })
