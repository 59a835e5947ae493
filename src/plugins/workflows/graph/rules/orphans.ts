import type { Rule } from './context.js'

import { quote } from '../wording.js'

/** In a graph of several nodes each one has an edge; a single node may stand alone. */
export const checkOrphans: Rule = ({ index, graphEdges, nodeAt }) => {
  if (index.nodes.length < 2) return []
  // Edges with a wrong other end count too: that end is the problem, not this node.
  const connected = new Set(graphEdges.flatMap(({ source, target }) => [source, target]))
  return index.nodes.flatMap(({ id, label }, at) => {
    if (connected.has(id)) return []
    const message = `${quote(label)} is connected to nothing. Connect it or remove it.`
    return [{ code: 'orphaned_node', message, path: `nodes[${nodeAt[at] ?? at}]`, nodeId: id }]
  })
}
