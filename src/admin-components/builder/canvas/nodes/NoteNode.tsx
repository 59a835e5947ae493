'use client'

import { type NodeProps, NodeResizer, type ResizeParams } from '@xyflow/react'
import { memo } from 'react'

import type { NoteElement } from './types.js'

import { useBuilder, useBuilderState } from '../../context.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { SMALLEST_NOTE, updateNote } from '../../edits/index.js'
import { useCellPart } from '../session/cell.js'
import { useSession } from '../session/session.js'
import { NoteEditor } from './NoteEditor.js'
import './note.css'

/** Words on the canvas that belong to no node. */
export const NoteNode = memo(function NoteNode({
  data: { note },
  selected,
}: NodeProps<NoteElement>) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const session = useSession()
  const isLocked = useBuilderState((state) => state.readOnly)
  const isEditing = useCellPart(session.editingNote, (editing) => editing === note.id)
  const resize = (_event: unknown, { x, y, width, height }: ResizeParams) =>
    store.apply(
      updateNote({ id: note.id, changes: { position: { x, y }, size: { width, height } } }),
    )
  return (
    <div className={`workflows-note${selected ? ' workflows-note--selected' : ''}`}>
      <NodeResizer
        handleClassName="workflows-note__corner"
        isVisible={selected && !isLocked}
        lineClassName="workflows-note__side"
        minHeight={SMALLEST_NOTE.height}
        minWidth={SMALLEST_NOTE.width}
        onResizeEnd={resize}
      />
      {isEditing && !isLocked ? (
        <NoteEditor note={note} />
      ) : (
        <div
          className={`workflows-note__text${note.text ? '' : ' workflows-note__text--empty'}`}
          dir="auto"
        >
          {note.text || t('builder:noteEmpty')}
        </div>
      )}
    </div>
  )
})
