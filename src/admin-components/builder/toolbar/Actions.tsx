'use client'

import { Button } from '@payloadcms/ui'

import type { DialogName } from './Dialogs.js'
import type { useAccess } from './useAccess.js'
import type { SaveStatus } from './useSave.js'
import type { useTemplateActs } from './useTemplateActs.js'

import { ActionButton } from '../../monitor/ActionButton.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { MenuButton } from './MenuButton.js'
import { useMenuGroups } from './useMenuGroups.js'

export interface ActionsProps {
  access: ReturnType<typeof useAccess>
  acts: ReturnType<typeof useTemplateActs>
  busy: SaveStatus | null
  /** The builder is there; before, there is nothing to act on. */
  isReady: boolean
  isModified: boolean
  /** What is published is what one sees. */
  isUpToDate: boolean
  onDialog: (dialog: DialogName) => void
  onLaunch: () => void
  onLaunchPublished: () => void
  onPublish: () => void
  onSave: () => void
  onTest: () => void
}

/** The buttons at the end; which of them is the black one depends on what one may do here. */
export function Actions(props: ActionsProps) {
  const { t } = useWorkflowsTranslation()
  const { access, acts, busy, isReady, isModified, onLaunch, onSave, onTest } = props
  const groups = useMenuGroups(props)
  const { looking, canLaunch } = access
  const menu = (isPrimary: boolean) => (
    <MenuButton groups={groups} isPrimary={isPrimary} label={t('toolbar:more')} />
  )
  if (looking === null) {
    return (
      <span className="workflows-toolbar__actions">
        <ActionButton disabled={!isReady} icon="target" onClick={onTest}>
          {t('toolbar:test')}
        </ActionButton>
        <Button
          buttonStyle="secondary"
          disabled={!isReady || busy !== null || !isModified}
          extraButtonProps={{ 'aria-keyshortcuts': 'Control+S Meta+S' }}
          id="action-save-draft"
          margin={false}
          onClick={onSave}
          type="button"
        >
          {t('toolbar:save')}
        </Button>
        <span className="workflows-toolbar__split">
          <ActionButton
            disabled={!isReady || busy !== null}
            icon="play"
            onClick={onLaunch}
            tone="primary"
          >
            {busy === 'published' ? t('toolbar:publishing') : t('toolbar:launch')}
          </ActionButton>
          {menu(true)}
        </span>
      </span>
    )
  }
  const isClone = looking === 'systemNote' && canLaunch
  return (
    <span className="workflows-toolbar__actions">
      {isClone ? (
        <span className="workflows-toolbar__split">
          <ActionButton
            disabled={acts.isBusy}
            icon="copy"
            onClick={() => void acts.clone()}
            tone="primary"
          >
            {t('toolbar:clone')}
          </ActionButton>
          {menu(true)}
        </span>
      ) : (
        menu(false)
      )}
    </span>
  )
}
