'use client'

import { Button } from '@payloadcms/ui'

import { Icon } from '../../shared/Icon/index.js'
import { formatBytes } from '../../shared/format/formatBytes.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** How many, how large, what still fits; and the two ways out. */
export function DialogFooter({
  count,
  bytes,
  room,
  progress,
  problem,
  isLeaving,
  onAttach,
  onClose,
  onStay,
}: {
  count: number
  bytes: number
  /** How many more fit. */
  room: number
  /** Of the uploads, while they are sent. */
  progress: { done: number; total: number } | null
  problem: string | null
  /** Somebody wants out while something is chosen. */
  isLeaving: boolean
  onAttach: () => void
  onClose: () => void
  onStay: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const isBusy = progress !== null
  if (isLeaving) {
    return (
      <>
        <p className="workflows-attach__sum" role="alert">
          <strong>{t('attachments:leaveTitle')}</strong>
        </p>
        <Button buttonStyle="secondary" key="leave" margin={false} onClick={onClose}>
          {t('attachments:leave')}
        </Button>
        <Button extraButtonProps={{ autoFocus: true }} key="stay" margin={false} onClick={onStay}>
          {t('attachments:stay')}
        </Button>
      </>
    )
  }
  const fits = room > 0 ? t('attachments:room', { count: room }) : t('attachments:full')
  return (
    <>
      {problem ? (
        <p className="workflows-attach__problem" role="alert">
          <Icon name="warn" />
          {problem}
        </p>
      ) : null}
      <p aria-live="polite" className="workflows-attach__sum">
        <bdi>
          {count > 0 ? (
            <>
              <strong>{count}</strong>
              {` ${t('attachments:selected', { count })} · ${formatBytes({ bytes, locale })} · `}
            </>
          ) : null}
          {fits.replace(/\.$/, '')}
        </bdi>
      </p>
      <Button buttonStyle="secondary" margin={false} onClick={onClose}>
        {t('shared:cancel')}
      </Button>
      <Button
        disabled={count === 0 || isBusy}
        icon={<Icon name={isBusy ? 'ring' : 'clip'} />}
        iconPosition="left"
        margin={false}
        onClick={onAttach}
      >
        {progress === null
          ? count === 0
            ? t('attachments:attachImages')
            : t('attachments:attachCount', { count })
          : progress.done < progress.total
            ? t('attachments:uploading', { done: progress.done + 1, total: progress.total })
            : t('attachments:attaching')}
      </Button>
    </>
  )
}
