import type { CanvasNote } from '../../../plugins/workflows/graph/types.js'
import type { BuilderDocument, Edit } from '../store/types.js'

import { MAX_NOTES } from '../../../plugins/workflows/graph/limits.js'
import { freshNoteId } from './freshIds.js'
import { replaceParts } from './replaceParts.js'

/** A square note that a hand can still grab, and not so small that no word fits. */
export const NOTE_SIZE = { width: 200, height: 120 }
export const SMALLEST_NOTE = { width: 120, height: 60 }

/** An empty sticky note at a place. */
export function newNote({
  document,
  position,
  text = '',
}: {
  document: BuilderDocument
  position: { x: number; y: number }
  text?: string
}): CanvasNote {
  const taken = new Set(document.graph.notes.map(({ id }) => id))
  return {
    id: freshNoteId(taken),
    text,
    position: { x: Math.round(position.x), y: Math.round(position.y) },
    size: NOTE_SIZE,
  }
}

/** Adds a note that `newNote` made; no more than a workflow may have. */
export const addNote =
  (note: CanvasNote): Edit =>
  (document) => {
    const { notes } = document.graph
    if (notes.length >= MAX_NOTES || notes.some(({ id }) => id === note.id)) return document
    return replaceParts(document, { notes: [...notes, note] })
  }

/** Other words, another place or size. */
export const updateNote =
  ({ id, changes }: { id: string; changes: Partial<Omit<CanvasNote, 'id'>> }): Edit =>
  (document) => {
    const notes = document.graph.notes.map((note) =>
      note.id === id ? changed(note, changes) : note,
    )
    return replaceParts(document, { notes })
  }

function changed(note: CanvasNote, changes: Partial<Omit<CanvasNote, 'id'>>): CanvasNote {
  const text = changes.text ?? note.text
  const { x, y } = changes.position ?? note.position
  const width = Math.max(SMALLEST_NOTE.width, Math.round(changes.size?.width ?? note.size.width))
  const height = Math.max(
    SMALLEST_NOTE.height,
    Math.round(changes.size?.height ?? note.size.height),
  )
  const isSame =
    text === note.text &&
    x === note.position.x &&
    y === note.position.y &&
    width === note.size.width &&
    height === note.size.height
  return isSame
    ? note
    : { ...note, text, position: { x: Math.round(x), y: Math.round(y) }, size: { width, height } }
}
