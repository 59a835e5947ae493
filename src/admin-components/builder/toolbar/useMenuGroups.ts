'use client'

import { useDocumentInfo } from '@payloadcms/ui'

import type { ActionsProps } from './Actions.js'
import type { MenuItem } from './Menu.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useElsewhere } from './useElsewhere.js'

/** Everything that is done less often than daily. */
export function useMenuGroups({
  access: { looking, canLaunch, mayPublish, mayDelete },
  acts,
  isReady,
  isUpToDate,
  onDialog,
  onLaunchPublished,
  onPublish,
  onTest,
}: ActionsProps): MenuItem[][] {
  const { t } = useWorkflowsTranslation()
  const { id, hasPublishedDoc } = useDocumentInfo()
  const { addressOf } = useElsewhere()
  const mayEdit = looking === null
  const unsaved = id === undefined ? t('toolbar:saveFirst') : null
  const item = (when: boolean, entry: MenuItem): MenuItem[] => (when ? [entry] : [])
  return [
    [
      ...item(mayPublish, {
        key: 'publish',
        icon: 'check',
        label: t('toolbar:publish'),
        disabled: isUpToDate ? t('toolbar:isPublished') : null,
        onChoose: onPublish,
      }),
      ...item(canLaunch && hasPublishedDoc, {
        key: 'launch',
        icon: 'play',
        label: t('toolbar:launchPublished'),
        onChoose: onLaunchPublished,
      }),
      ...item(canLaunch && isReady, {
        key: 'test',
        icon: 'target',
        label: t('toolbar:test'),
        onChoose: onTest,
      }),
    ],
    [
      {
        key: 'versions',
        icon: 'clock',
        label: t('toolbar:versions'),
        disabled: unsaved,
        href: addressOf(id, '/versions'),
      },
      {
        key: 'compare',
        icon: 'lanes',
        label: t('toolbar:compare'),
        disabled: unsaved,
        onChoose: () => onDialog('compare'),
      },
      {
        key: 'api',
        icon: 'braces',
        label: t('toolbar:api'),
        disabled: unsaved,
        href: addressOf(id, '/api'),
      },
    ],
    [
      { key: 'export', icon: 'download', label: t('toolbar:export'), onChoose: acts.exportFile },
      ...item(mayEdit, {
        key: 'import',
        icon: 'upload',
        label: t('toolbar:import'),
        onChoose: () => onDialog('import'),
      }),
      ...item(canLaunch, {
        key: 'share',
        icon: 'person',
        label: t('toolbar:share'),
        disabled: unsaved,
        onChoose: () => onDialog('share'),
      }),
      ...item(canLaunch, {
        key: 'duplicate',
        icon: 'copy',
        label: t('toolbar:duplicate'),
        disabled: unsaved,
        onChoose: () => void acts.duplicate(),
      }),
    ],
    item(mayDelete, {
      key: 'delete',
      icon: 'trash',
      label: t('toolbar:delete'),
      isDangerous: true,
      onChoose: () => onDialog('delete'),
    }),
  ]
}
