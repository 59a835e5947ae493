import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit } from '../store/types.js'

import { isNodeId, NODE_ID_RULE } from '../../../plugins/workflows/graph/nodeId.js'
import { phrase, type Phrase } from '../../../plugins/workflows/graph/sentence.js'
import { shorten } from '../../../plugins/workflows/graph/wording.js'
import { renameInConfig } from './renameInConfig.js'
import { replaceParts } from './replaceParts.js'

/** Why a node cannot have this id, as a sentence; null when it can. */
export function whyNoNodeId({
  document,
  from,
  to,
}: {
  document: BuilderDocument
  from: string
  to: string
}): Phrase | null {
  if (to === from) return null
  if (!isNodeId(to)) return phrase('An id must {{rule}}.', { rule: NODE_ID_RULE })
  return document.graph.nodes.some(({ id }) => id === to)
    ? phrase('Another node has the id “{{id}}” already.', { id: shorten(to) })
    : null
}

/** Another id, followed by every edge, prompt, condition and setting that names the node. */
export const changeNodeId =
  ({ from, to, specs }: { from: string; to: string; specs: ReadonlyMap<string, NodeSpec> }): Edit =>
  (document) => {
    const { nodes, edges } = document.graph
    const isThere = nodes.some(({ id }) => id === from)
    if (!isThere || from === to || whyNoNodeId({ document, from, to }) !== null) return document
    const renames = { nodes: new Map([[from, to]]) }
    return replaceParts(document, {
      nodes: nodes.map((node) => {
        const renamed = renameInConfig({ node, spec: specs.get(node.type), renames })
        return renamed.id === from ? { ...renamed, id: to } : renamed
      }),
      edges: edges.map((edge) =>
        edge.source === from || edge.target === from
          ? {
              ...edge,
              source: edge.source === from ? to : edge.source,
              target: edge.target === from ? to : edge.target,
            }
          : edge,
      ),
    })
  }
