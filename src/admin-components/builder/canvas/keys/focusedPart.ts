import { noteIdOf } from '../nodes/types.js'

export interface FocusedPart {
  kind: 'edge' | 'node' | 'note'
  id: string
  element: Element
}

/** The card, note or edge that has the keyboard. */
export function focusedPart(target: EventTarget | null): FocusedPart | null {
  if (!(target instanceof Element)) return null
  const element = target.closest<HTMLElement | SVGElement>('.react-flow__node, .react-flow__edge')
  const id = element?.dataset.id
  if (!element || id === undefined) return null
  if (element.matches('.react-flow__edge')) return { kind: 'edge', id, element }
  const noteId = noteIdOf(id)
  return noteId === null ? { kind: 'node', id, element } : { kind: 'note', id: noteId, element }
}
