import type { CanvasNote, GraphEdge, GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit, Selection } from '../store/types.js'

import { MAX_EDGES, MAX_NODES, MAX_NOTES } from '../../../plugins/workflows/graph/limits.js'
import { phrase, type Phrase } from '../../../plugins/workflows/graph/sentence.js'
import { newEdge } from './connect.js'
import { freshNodeId, freshNoteId } from './freshIds.js'
import { renameInConfig } from './renameInConfig.js'
import { replaceParts } from './replaceParts.js'

/** Parts that are well-formed, with ids that may be taken where they go. */
export interface Parts {
  nodes: GraphNode[]
  edges: GraphEdge[]
  notes: CanvasNote[]
}

/**
 * Gives copies ids of their own. Where one copied node names another, the copy names the copy; what
 * they name outside of the copied part stays.
 */
export function placeCopies({
  document,
  specs,
  parts,
  shift,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  parts: Parts
  shift: { x: number; y: number }
}): { edit: Edit; select: Selection } | { problem: Phrase } {
  const { graph } = document
  const problem =
    tooMany({ key: 'nodes', count: graph.nodes.length + parts.nodes.length, limit: MAX_NODES }) ??
    tooMany({ key: 'edges', count: graph.edges.length + parts.edges.length, limit: MAX_EDGES }) ??
    tooMany({ key: 'notes', count: graph.notes.length + parts.notes.length, limit: MAX_NOTES })
  if (problem !== null) return { problem }

  const ids = freshIds({ taken: graph.nodes.map(({ id }) => id), nodes: parts.nodes })
  const nodes = parts.nodes.map((node): GraphNode => {
    const renamed = renameInConfig({ node, spec: specs.get(node.type), renames: { nodes: ids } })
    return { ...renamed, id: ids.get(node.id) ?? node.id, position: moved(node.position, shift) }
  })
  const edges: GraphEdge[] = []
  const edgeIds = new Set(graph.edges.map(({ id }) => id))
  for (const edge of parts.edges) {
    const [source, target] = [ids.get(edge.source), ids.get(edge.target)]
    if (source === undefined || target === undefined) continue
    const copy = newEdge({ ends: { ...edge, source, target }, taken: edgeIds })
    edgeIds.add(copy.id)
    edges.push(copy)
  }
  const noteIds = new Set(graph.notes.map(({ id }) => id))
  const notes = parts.notes.map((note): CanvasNote => {
    const id = freshNoteId(noteIds)
    noteIds.add(id)
    return { ...note, id, position: moved(note.position, shift) }
  })
  return {
    edit: (current) =>
      replaceParts(current, {
        nodes: [...current.graph.nodes, ...nodes],
        edges: [...current.graph.edges, ...edges],
        notes: [...current.graph.notes, ...notes],
      }),
    select: {
      nodes: nodes.map(({ id }) => id),
      edges: edges.map(({ id }) => id),
      notes: notes.map(({ id }) => id),
    },
  }
}

/** Free ids are kept, so that pasting into another workflow leaves names as people know them. */
function freshIds({ taken, nodes }: { taken: string[]; nodes: GraphNode[] }): Map<string, string> {
  const used = new Set(taken)
  const ids = new Map<string, string>()
  for (const { id } of nodes) {
    const next = freshNodeId({ label: id, taken: used })
    const own = used.has(id) ? next : id
    used.add(own)
    ids.set(id, own)
  }
  return ids
}

function moved({ x, y }: { x: number; y: number }, by: { x: number; y: number }) {
  return { x: Math.round(x + by.x), y: Math.round(y + by.y) }
}

function tooMany({
  key,
  count,
  limit,
}: {
  key: 'nodes' | 'edges' | 'notes'
  count: number
  limit: number
}): Phrase | null {
  if (count <= limit) return null
  return phrase(
    'A workflow can have at most {{limit}} {{things}}; with this it would have {{count}}.',
    { limit, things: phrase(key), count },
  )
}
