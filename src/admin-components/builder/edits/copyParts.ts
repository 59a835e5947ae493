import type { CanvasNote, GraphEdge, GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit, Selection } from '../store/types.js'

import { placeCopies } from './placeCopies.js'

/** First key of what lies in the clipboard, so that any other JSON is told apart. */
export const PARTS_KIND = 'payload-workflows/parts'
export const PARTS_VERSION = 1

export interface PartsClipboard {
  kind: typeof PARTS_KIND
  version: typeof PARTS_VERSION
  nodes: GraphNode[]
  edges: GraphEdge[]
  notes: CanvasNote[]
}

/** Where a duplicate lies: down and right, so that both are seen. */
const OFFSET = { x: 40, y: 40 }

/** What is selected, with the edges among the nodes. Null when that is nothing one can paste. */
export function copyParts({
  document: { graph },
  selection,
}: {
  document: BuilderDocument
  selection: Pick<Selection, 'nodes' | 'notes'>
}): PartsClipboard | null {
  const ids = new Set(selection.nodes)
  const noteIds = new Set(selection.notes)
  const nodes = graph.nodes.filter(({ id }) => ids.has(id))
  const notes = graph.notes.filter(({ id }) => noteIds.has(id))
  if (nodes.length + notes.length === 0) return null
  const edges = graph.edges.filter(({ source, target }) => ids.has(source) && ids.has(target))
  return { kind: PARTS_KIND, version: PARTS_VERSION, nodes, edges, notes }
}

/** Copies beside the originals, without the clipboard. Null when nothing is selected or fits. */
export function duplicateParts({
  document,
  specs,
  selection,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  selection: Pick<Selection, 'nodes' | 'notes'>
}): { edit: Edit; select: Selection } | null {
  const parts = copyParts({ document, selection })
  if (!parts) return null
  const answer = placeCopies({ document, specs, parts, shift: OFFSET })
  return 'problem' in answer ? null : answer
}
