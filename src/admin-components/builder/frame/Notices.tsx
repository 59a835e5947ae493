'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'

import type { LocalCopyHandle } from '../field/useLocalCopy.js'
import type { useOtherTabs } from '../field/useOtherTabs.js'
import type { ReadOnlyReason } from '../field/useReadOnly.js'
import type { useSaveOutcome } from '../field/useSaveOutcome.js'

import { fullDate } from '../../shared/format/relativeTime.js'
import { Icon, type IconName } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** Lines above the canvas: what keeps one from editing, and every time work might be lost, the choice. */
export function Notices({
  copy,
  outcome,
  reason,
  tabs,
}: {
  copy: LocalCopyHandle
  outcome: ReturnType<typeof useSaveOutcome>
  reason: ReadOnlyReason
  tabs: ReturnType<typeof useOtherTabs>
}) {
  const { t, locale } = useWorkflowsTranslation()
  const router = useRouter()
  const { config } = useConfig()
  const login = `${config.routes.admin}${config.admin.routes.login}`
  const { offer } = copy
  return (
    <div className="workflows-builder__notices">
      {reason ? (
        <div className="workflows-builder__reason">
          <Notice icon="lock">{t(`frame:readOnly_${reason}`)}</Notice>
        </div>
      ) : null}
      {outcome.trouble === 'loggedOut' ? (
        <Notice icon="warn" isUrgent onClose={outcome.dismiss}>
          {t('frame:loggedOut')}{' '}
          <a href={login} rel="noreferrer" target="_blank">
            {t('frame:logIn')}
          </a>
        </Notice>
      ) : null}
      {outcome.trouble === 'offline' ? (
        <Notice icon="warn" isUrgent onClose={outcome.dismiss}>
          {t('frame:offline')}
        </Notice>
      ) : null}
      {tabs.isStale ? (
        <Notice icon="warn" isUrgent>
          {t('frame:otherTab')}
          <Choice onClick={() => router.refresh()}>{t('frame:takeTheirs')}</Choice>
          <Choice onClick={tabs.ignore}>{t('frame:keepMine')}</Choice>
        </Notice>
      ) : null}
      {offer ? (
        <Notice icon="clock" isUrgent>
          {/* Not “a minute ago”: words that grow move the choices from under the pointer, and are said again. */}
          {t('frame:offer', { when: fullDate({ date: offer.savedAt, locale }) })}
          <Choice onClick={copy.restore}>{t('frame:restore')}</Choice>
          <Choice onClick={copy.discard}>{t('frame:discard')}</Choice>
        </Notice>
      ) : null}
    </div>
  )
}

/** `isUrgent`: said at once by screen readers, because work is at stake. */
function Notice({
  icon,
  isUrgent = false,
  onClose,
  children,
}: {
  icon: IconName
  isUrgent?: boolean
  onClose?: () => void
  children: React.ReactNode
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <div
      className="workflows-builder__notice"
      data-urgent={isUrgent || undefined}
      role={isUrgent ? 'alert' : 'note'}
    >
      <Icon name={icon} />
      <div className="workflows-builder__notice-text">{children}</div>
      {onClose ? <IconButton icon="x" label={t('shared:close')} onClick={onClose} /> : null}
    </div>
  )
}

function Choice({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <Button buttonStyle="secondary" margin={false} onClick={onClick} size="small" type="button">
      {children}
    </Button>
  )
}
