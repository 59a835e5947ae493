import type { GraphEdge } from '../../../plugins/workflows/graph/types.js'
import type { Edit } from '../store/types.js'

import { freshEdgeId } from './freshIds.js'
import { replaceParts } from './replaceParts.js'

/** The two ends of an edge. Handles as the canvas has them: null, absent, or a port's id. */
export interface Ends {
  source: string
  target: string
  sourceHandle?: string | null
  targetHandle?: string | null
}

/** Draws an edge. Ask `checkConnection` first: this only refuses what would be no edge at all. */
export const connect =
  (ends: Ends): Edit =>
  (document) => {
    const { nodes, edges } = document.graph
    const hasNode = (wanted: string) => nodes.some(({ id }) => id === wanted)
    if (ends.source === ends.target || !hasNode(ends.source) || !hasNode(ends.target)) {
      return document
    }
    if (edges.some((edge) => hasSameEnds(edge, ends))) return document
    const taken = new Set(edges.map(({ id }) => id))
    return replaceParts(document, { edges: [...edges, newEdge({ ends, taken })] })
  }

/** Takes one end of an edge to another place. */
export const reconnect =
  ({ edgeId, ends }: { edgeId: string; ends: Ends }): Edit =>
  (document) => {
    const { edges } = document.graph
    const before = edges.find(({ id }) => id === edgeId)
    if (!before || hasSameEnds(before, ends)) return document
    const rest = edges.filter(({ id }) => id !== edgeId)
    const next = connect(ends)(replaceParts(document, { edges: rest }))
    return next.graph.edges.length === edges.length ? next : document
  }

/** Handles that are the only ones of their side are left out, as the contract has it. */
export function newEdge({ ends, taken }: { ends: Ends; taken: ReadonlySet<string> }): GraphEdge {
  const { source, target } = ends
  const sourceHandle = ends.sourceHandle && ends.sourceHandle !== 'out' ? ends.sourceHandle : null
  const targetHandle = ends.targetHandle && ends.targetHandle !== 'in' ? ends.targetHandle : null
  return {
    id: freshEdgeId({ source, target, ...(sourceHandle === null ? {} : { sourceHandle }), taken }),
    source,
    target,
    ...(sourceHandle === null ? {} : { sourceHandle }),
    ...(targetHandle === null ? {} : { targetHandle }),
  }
}

/** Whether two edges would be the same one, however their handles are written. */
export function hasSameEnds(a: Ends, b: Ends): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    (a.sourceHandle || 'out') === (b.sourceHandle || 'out') &&
    (a.targetHandle || 'in') === (b.targetHandle || 'in')
  )
}
