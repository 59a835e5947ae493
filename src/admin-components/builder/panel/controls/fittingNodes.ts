import type { NodeRulesMap, WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

import { indexGraph } from '../../../../plugins/workflows/graph/graphIndex.js'
import { findItemFlow } from '../../../../plugins/workflows/graph/itemFlow.js'
import { upstreamOf } from '../prompt/offerVariables.js'

/** Nodes before a node that a reference of it may name, the nearest first. */
export function fittingNodes({
  graph,
  specs,
  nodeId,
  key,
}: {
  graph: WorkflowGraph
  specs: NodeRulesMap
  nodeId: string
  key: string
}): { id: string; label: string }[] {
  const index = indexGraph(graph)
  const type = graph.nodes.find(({ id }) => id === nodeId)?.type ?? ''
  const reference = specs.get(type)?.references?.find((one) => one.key === key)
  const flow = reference ? findItemFlow({ index, specs }) : null
  return upstreamOf({ graph, nodeId }).flatMap((id) => {
    const at = index.byId.get(id)
    const node = at === undefined ? undefined : index.nodes[at]
    if (!node || at === undefined) return []
    if (reference && flow && !flow.offers({ node: at, kind: reference.needs })) return []
    return [{ id, label: node.label }]
  })
}
