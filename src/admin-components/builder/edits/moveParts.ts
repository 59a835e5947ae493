import type { BuilderDocument, Edit, Selection } from '../store/types.js'

import { replaceParts } from './replaceParts.js'

interface Position {
  x: number
  y: number
}

/** Puts nodes and notes where they were dragged to. */
export const moveParts =
  ({
    nodes = new Map(),
    notes = new Map(),
  }: {
    nodes?: ReadonlyMap<string, Position>
    notes?: ReadonlyMap<string, Position>
  }): Edit =>
  (document) =>
    replaceParts(document, {
      nodes: document.graph.nodes.map((node) => moved(node, nodes.get(node.id))),
      notes: document.graph.notes.map((note) => moved(note, notes.get(note.id))),
    })

/** Moves what is selected by a distance: the arrow keys. */
export const nudgeParts =
  ({
    nodes = [],
    notes = [],
    by,
  }: Partial<Pick<Selection, 'nodes' | 'notes'>> & { by: Position }): Edit =>
  (document) =>
    moveParts({
      nodes: shifted({ parts: document.graph.nodes, ids: nodes, by }),
      notes: shifted({ parts: document.graph.notes, ids: notes, by }),
    })(document)

function shifted({
  parts,
  ids,
  by,
}: {
  parts: BuilderDocument['graph']['nodes'] | BuilderDocument['graph']['notes']
  ids: readonly string[]
  by: Position
}): Map<string, Position> {
  const wanted = new Set(ids)
  return new Map(
    parts.flatMap(({ id, position: { x, y } }): [string, Position][] =>
      wanted.has(id) ? [[id, { x: x + by.x, y: y + by.y }]] : [],
    ),
  )
}

/** Whole pixels: a drag at 80 % zoom would store fifteen digits, and every one of them is sent. */
function moved<Part extends { position: Position }>(part: Part, to: Position | undefined): Part {
  if (!to || !Number.isFinite(to.x) || !Number.isFinite(to.y)) return part
  const [x, y] = [Math.round(to.x), Math.round(to.y)]
  return part.position.x === x && part.position.y === y ? part : { ...part, position: { x, y } }
}
