'use client'

import { useId } from 'react'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { changeNodeId, whyNoNodeId } from '../../edits/index.js'
import { useBuilder } from '../../context.js'
import { RenameField } from '../RenameField.js'

/** The id prompts and conditions use. They follow when it changes. */
export function NodeIdField({ node, readOnly }: { node: GraphNode; readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const { store, specs } = useBuilder()
  return (
    <RenameField
      check={(to) => whyNoNodeId({ document: store.getState().document, from: node.id, to })}
      help={t('panel:nodeIdHelp')}
      id={useId()}
      label={t('panel:nodeId')}
      onRename={(to) =>
        store.apply(changeNodeId({ from: node.id, to, specs }), {
          select: { nodes: [to], edges: [], notes: [] },
        })
      }
      readOnly={readOnly}
      value={node.id}
    />
  )
}
