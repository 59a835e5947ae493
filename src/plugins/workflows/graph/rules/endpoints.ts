import type { GraphProblem } from '../types.js'
import type { Rule } from './context.js'

import { describeEdge } from '../readEdge.js'
import { inTurn, phrase, said, sentence } from '../sentence.js'
import { shorten } from '../wording.js'

/** Edges lead from a node that exists to another one that exists, and only once. */
export const checkEndpoints: Rule = ({ index, graphEdges, edgeAt, hint }) => {
  const problems: GraphProblem[] = []
  const ids = [...index.byId.keys()]
  const seen = new Set<string>()
  for (const [at, edge] of graphEdges.entries()) {
    const path = `edges[${edgeAt[at] ?? at}]`
    const edgeId = edge.id
    for (const key of ['source', 'target'] as const) {
      const id = edge[key]
      if (index.byId.has(id)) continue
      const what = inTurn(
        phrase(`{{edge}} has no ${key}: there is no node “{{id}}”.`, {
          edge: describeEdge(edge),
          id: shorten(id),
        }),
        hint({ name: id, candidates: ids }),
      )
      problems.push({ code: 'unknown_endpoint', ...said(what), path: `${path}.${key}`, edgeId })
    }
    if (edge.source === edge.target && index.byId.has(edge.source)) {
      const what = sentence('“{{node}}” is connected to itself. Remove this edge.', {
        node: shorten(edge.source),
      })
      problems.push({ code: 'self_edge', ...what, path, edgeId, nodeId: edge.source })
    }
    // JSON keeps the parts apart, whatever characters they hold.
    const { source, target, sourceHandle = 'out', targetHandle = 'in' } = edge
    const key = JSON.stringify([source, target, sourceHandle, targetHandle])
    if (seen.has(key)) {
      const what = sentence('{{edge}} is there twice. Remove one of the two.', {
        edge: describeEdge(edge),
      })
      problems.push({ code: 'duplicate_edge', ...what, path, edgeId })
    }
    seen.add(key)
  }
  return problems
}
