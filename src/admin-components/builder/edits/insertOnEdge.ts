import type { GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { Edit } from '../store/types.js'

import { newEdge } from './connect.js'
import { replaceParts } from './replaceParts.js'

/**
 * Puts a node between the two ends of an edge: a new one, or one that is on the canvas already. Of
 * its ports the first ones are used. Ask `checkInsertion` first.
 */
export const insertOnEdge =
  ({
    edgeId,
    node,
    specs,
  }: {
    edgeId: string
    node: GraphNode
    specs: ReadonlyMap<string, NodeSpec>
  }): Edit =>
  (document) => {
    const { nodes, edges } = document.graph
    const at = edges.findIndex(({ id }) => id === edgeId)
    const edge = edges[at]
    if (!edge || edge.source === node.id || edge.target === node.id) return document
    const spec = specs.get(node.type)
    const rest = edges.filter(({ id }) => id !== edgeId)
    const taken = new Set(rest.map(({ id }) => id))
    const before = newEdge({
      ends: {
        source: edge.source,
        target: node.id,
        sourceHandle: edge.sourceHandle,
        targetHandle: spec?.inputs[0]?.id,
      },
      taken,
    })
    const after = newEdge({
      ends: {
        source: node.id,
        target: edge.target,
        sourceHandle: spec?.outputs[0]?.id,
        targetHandle: edge.targetHandle,
      },
      taken: new Set([...taken, before.id]),
    })
    // In its place: the order of edges is the order in which what arrives is read.
    return replaceParts(document, {
      nodes: nodes.some(({ id }) => id === node.id) ? nodes : [...nodes, node],
      edges: [...rest.slice(0, at), before, after, ...rest.slice(at)],
    })
  }
