'use client'

import { useEffect, useRef } from 'react'

import type { CanvasNote } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../../context.js'
import { MAX_NOTE_CHARACTERS } from '../../edits/editNode.js'
import { updateNote } from '../../edits/index.js'
import { focusElement } from '../parts/focusElement.js'
import { useSession } from '../session/session.js'
import { noteElementId } from './types.js'

/** The note as a field; every letter is in the document at once, one sitting at it is one undo. */
export function NoteEditor({ note }: { note: CanvasNote }) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const session = useSession()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = field
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const onChange = (event: React.ChangeEvent<HTMLTextAreaElement>) =>
    store.apply(updateNote({ id: note.id, changes: { text: event.target.value } }), {
      gesture: `note:${note.id}`,
    })
  const close = () => {
    store.endGesture()
    session.editingNote.set(null)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    event.stopPropagation()
    const isDone =
      event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
    if (!isDone) return
    event.preventDefault()
    close()
    focusElement(noteElementId(note.id))
  }
  return (
    <textarea
      aria-label={t('builder:noteText')}
      className="workflows-note__text workflows-note__field nodrag nopan nowheel"
      maxLength={MAX_NOTE_CHARACTERS}
      onBlur={close}
      onChange={onChange}
      onKeyDown={onKeyDown}
      placeholder={t('builder:noteEmpty')}
      ref={field}
      value={note.text}
    />
  )
}
