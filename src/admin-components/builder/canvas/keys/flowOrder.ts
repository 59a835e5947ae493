import type { WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

import { topologicalOrder } from '../../../../plugins/workflows/graph/topologicalOrder.js'
import { graphIndexOf } from '../../edits/graphIndexOf.js'

/**
 * Node ids as the work goes: what comes first is first; of nodes that could both be next, the one further
 * to the left, then the upper one. With a circle in it, only by place.
 */
export function flowOrder(graph: WorkflowGraph): string[] {
  const byPlace = [...graph.nodes].sort(
    (a, b) => a.position.x - b.position.x || a.position.y - b.position.y,
  )
  // topologicalOrder prefers what stands first in the list.
  const sorted = { ...graph, nodes: byPlace }
  const order = topologicalOrder(graphIndexOf(sorted))
  return order ? order.flatMap((at) => byPlace[at]?.id ?? []) : byPlace.map(({ id }) => id)
}
