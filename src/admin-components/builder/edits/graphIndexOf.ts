import type { WorkflowGraph } from '../../../plugins/workflows/graph/types.js'

import { indexGraph, type GraphIndex } from '../../../plugins/workflows/graph/graphIndex.js'

/** While one drags a connection every card asks: the same drawing is indexed once. */
const indexes = new WeakMap<WorkflowGraph, GraphIndex>()

/** Who is connected with whom, kept as long as the drawing is. */
export function graphIndexOf(graph: WorkflowGraph): GraphIndex {
  const known = indexes.get(graph)
  if (known) return known
  const index = indexGraph(graph)
  indexes.set(graph, index)
  return index
}
