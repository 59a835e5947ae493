import type { CanvasNote, GraphEdge, GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { BuilderDocument } from '../store/types.js'

/**
 * The document with other nodes, edges or notes. What stays the same keeps its identity, so that the
 * canvas draws only what changed, and an edit that changes nothing is none.
 */
export function replaceParts(
  document: BuilderDocument,
  parts: { nodes?: GraphNode[]; edges?: GraphEdge[]; notes?: CanvasNote[] },
): BuilderDocument {
  const { graph } = document
  const nodes = sameOr(graph.nodes, parts.nodes)
  const edges = sameOr(graph.edges, parts.edges)
  const notes = sameOr(graph.notes, parts.notes)
  if (nodes === graph.nodes && edges === graph.edges && notes === graph.notes) return document
  return { ...document, graph: { ...graph, nodes, edges, notes } }
}

/** The document with one node changed; `change` answers the same node when there is nothing to do. */
export function changeNode(
  document: BuilderDocument,
  nodeId: string,
  change: (node: GraphNode) => GraphNode,
): BuilderDocument {
  const nodes = document.graph.nodes.map((node) => (node.id === nodeId ? change(node) : node))
  return replaceParts(document, { nodes })
}

function sameOr<Part>(before: Part[], after: Part[] | undefined): Part[] {
  if (!after || after === before) return before
  const isSame = after.length === before.length && after.every((part, at) => part === before[at])
  return isSame ? before : after
}
