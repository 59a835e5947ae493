'use client'

import { useId } from 'react'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { setNodeNotes } from '../../edits/index.js'
import { useBuilder } from '../../context.js'
import { FieldFrame } from '../form/FieldFrame.js'

/** Where graph/types.ts bounds them. */
const LONGEST = 5_000

/** What colleagues should know of a node. The engine never reads it. */
export function NotesTab({ node, readOnly }: { node: GraphNode; readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const { store } = useBuilder()
  const id = useId()
  return (
    <FieldFrame help={t('panel:notesHelp')} id={id} label={t('panel:notesLabel')}>
      <textarea
        aria-describedby={`${id}-help`}
        className="workflows-control"
        dir="auto"
        id={id}
        maxLength={LONGEST}
        onBlur={() => store.endGesture()}
        onChange={({ target }) =>
          store.apply(setNodeNotes({ nodeId: node.id, notes: target.value }), {
            gesture: `notes:${node.id}`,
          })
        }
        readOnly={readOnly}
        rows={10}
        value={node.notes ?? ''}
      />
    </FieldFrame>
  )
}
