import type { Rule } from './context.js'

import { sentence } from '../sentence.js'
import { shorten } from '../wording.js'

/** In a graph of several nodes each one has an edge; a single node may stand alone. */
export const checkOrphans: Rule = ({ index, graphEdges, nodeAt }) => {
  if (index.nodes.length < 2) return []
  // Edges with a wrong other end count too: that end is the problem, not this node.
  const connected = new Set(graphEdges.flatMap(({ source, target }) => [source, target]))
  return index.nodes.flatMap(({ id, label }, at) => {
    if (connected.has(id)) return []
    const what = sentence('“{{node}}” is connected to nothing. Connect it or remove it.', {
      node: shorten(label),
    })
    return [{ code: 'orphaned_node', ...what, path: `nodes[${nodeAt[at] ?? at}]`, nodeId: id }]
  })
}
