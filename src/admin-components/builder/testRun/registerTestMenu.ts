import { toast } from '@payloadcms/ui'

import { registerNodeMenu } from '../canvas/nodeMenu.js'
import { canPin, isPinned, togglePin } from './pinActs.js'
import { testSessionOf } from './session.js'

/** What every card's menu offers for tests. */
export const registerTestMenu = (): (() => void) =>
  registerNodeMenu('testRun', ({ node, handle, t }) => {
    const nodeId = node.id
    const pinned = isPinned({ handle, nodeId })
    return [
      {
        key: 'testUpTo',
        icon: 'target',
        label: t('toolbar:testUpToHere'),
        onSelect: () => testSessionOf(handle).asking.set({ upTo: nodeId }),
      },
      {
        key: 'pin',
        icon: 'pin',
        label: t(pinned ? 'toolbar:unpin' : 'toolbar:pin'),
        ...(!pinned &&
          !canPin({ handle, nodeId }) && { disabledBecause: t('toolbar:pinNeedsTest') }),
        onSelect: () => {
          const now = togglePin({ handle, nodeId })
          toast.success(t(now ? 'toolbar:pinnedNow' : 'toolbar:unpinnedNow', { name: node.label }))
        },
      },
    ]
  })
