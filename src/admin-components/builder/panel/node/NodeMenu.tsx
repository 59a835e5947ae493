'use client'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import { addedMenuItems } from '../../canvas/nodeMenu.js'
import { useBuilder } from '../../context.js'
import { Menu } from '../Menu.js'
import { usePartActs } from '../usePartActs.js'

/** What else one may do with a node. */
export function NodeMenu({ node }: { node: GraphNode }) {
  const { t } = useWorkflowsTranslation()
  const handle = useBuilder()
  const { duplicate, remove } = usePartActs()
  const parts = { nodes: [node.id], edges: [], notes: [] }
  return (
    <Menu
      items={() => [
        {
          key: 'reveal',
          icon: 'target',
          label: t('panel:showOnCanvas'),
          onSelect: () => handle.canvas.current?.reveal(node.id),
        },
        {
          key: 'duplicate',
          icon: 'copy',
          label: t('panel:duplicate'),
          onSelect: () => duplicate(parts),
        },
        ...addedMenuItems({ node, handle, t }),
        {
          key: 'delete',
          icon: 'trash',
          label: t('panel:delete'),
          isDangerous: true,
          onSelect: () => remove(parts),
        },
      ]}
      label={t('panel:nodeActions')}
    />
  )
}
