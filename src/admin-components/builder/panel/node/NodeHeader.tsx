'use client'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { NodeTile } from '../../../flow/NodeTile/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { setLabel } from '../../edits/index.js'
import { useBuilder } from '../../context.js'
import { PanelHeader } from '../PanelHeader.js'
import { NodeMenu } from './NodeMenu.js'

/** Which node this is; its name is written in place. */
export function NodeHeader({ node, readOnly }: { node: GraphNode; readOnly: boolean }) {
  const { t } = useWorkflowsTranslation()
  const { store, specs } = useBuilder()
  const type = specs.get(node.type)?.label ?? t('panel:unknownType', { type: node.type })
  return (
    <PanelHeader
      actions={readOnly ? null : <NodeMenu node={node} />}
      subtitle={type}
      tile={<NodeTile type={node.type} />}
    >
      <h2>
        <input
          aria-label={t('panel:nodeLabel')}
          className="workflows-panel__name"
          dir="auto"
          maxLength={200}
          onBlur={() => store.endGesture()}
          onChange={({ target }) =>
            store.apply(setLabel({ nodeId: node.id, label: target.value }), {
              gesture: `label:${node.id}`,
            })
          }
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          placeholder={type}
          readOnly={readOnly}
          title={node.label}
          type="text"
          value={node.label}
        />
      </h2>
    </PanelHeader>
  )
}
