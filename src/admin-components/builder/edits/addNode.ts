import type { GraphNode, JsonObject } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit } from '../store/types.js'

import { freshNodeId } from './freshIds.js'
import { replaceParts } from './replaceParts.js'
import { startingConfig } from './startingConfig.js'

/** A node of a type as the palette gives it: a readable id nobody has yet, the type's defaults. */
export function newNode({
  document,
  spec,
  position,
  label = spec.label,
  config,
}: {
  document: BuilderDocument
  spec: Pick<NodeSpec, 'type' | 'label' | 'configSchema'>
  position: { x: number; y: number }
  label?: string
  config?: JsonObject
}): GraphNode {
  const taken = new Set(document.graph.nodes.map(({ id }) => id))
  return {
    id: freshNodeId({ label, taken }),
    type: spec.type,
    label,
    position: { x: Math.round(position.x), y: Math.round(position.y) },
    config: config ?? startingConfig(spec),
  }
}

/** Adds a node that `newNode` made. Does nothing when its id is taken meanwhile. */
export const addNode =
  (node: GraphNode): Edit =>
  (document) => {
    if (document.graph.nodes.some(({ id }) => id === node.id)) return document
    return replaceParts(document, { nodes: [...document.graph.nodes, node] })
  }
