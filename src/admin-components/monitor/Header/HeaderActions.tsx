'use client'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'
import type { MonitorProps } from '../types.js'
import type { Controls } from '../useControls.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'
import { isOver } from '../useLiveExecution.js'
import { useLinks } from '../useLinks.js'
import { LaunchAgain } from './LaunchAgain.js'
import { slugs } from '../../../plugins/workflows/slugs.js'

/** Only what is allowed now; for those who may not, with the reason. */
export function HeaderActions({
  detail,
  controls: { ask, busy },
  props,
  refusal,
  compact = false,
  onReview,
}: {
  detail: ExecutionDetail
  controls: Controls
  props: MonitorProps
  refusal: string | null
  /** A bar of a phone: only what is most likely wanted. */
  compact?: boolean
  onReview?: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const links = useLinks()
  const { allowed, template, outputs } = detail
  const may = (action: (typeof allowed)[number]) => allowed.includes(action)
  const failed = detail.nodes.find(
    ({ id, status }) =>
      status === 'failed' && (!detail.error?.nodeId || id === detail.error.nodeId),
  )
  const waiting = detail.nodes.some(({ status }) => status === 'waiting')
  const collections = new Set(outputs.documents.map(({ collection }) => collection))
  const [collection] = collections
  return (
    <div className="workflows-monitor-header__actions">
      {waiting && onReview ? (
        <ActionButton icon="person" onClick={onReview} tone="primary">
          {t('monitor:review')}
        </ActionButton>
      ) : null}
      {may('pause') ? (
        <ActionButton
          disabled={busy !== null}
          icon="pause"
          onClick={() => ask({ action: 'pause' })}
          reason={refusal}
        >
          {t('monitor:pause')}
        </ActionButton>
      ) : null}
      {may('resume') ? (
        <ActionButton
          disabled={busy !== null}
          icon="play"
          onClick={() => ask({ action: 'resume' })}
          reason={refusal}
          tone="primary"
        >
          {t('monitor:resume')}
        </ActionButton>
      ) : null}
      {may('stop') ? (
        <ActionButton
          danger
          disabled={busy !== null}
          icon="stop"
          onClick={() => ask({ action: 'stop' })}
          reason={refusal}
        >
          {t('monitor:stop')}
        </ActionButton>
      ) : null}
      {failed && may('skip-node') ? (
        <ActionButton
          disabled={busy !== null}
          icon="skip"
          onClick={() => ask({ action: 'skip', nodeId: failed.id, label: failed.label })}
          reason={refusal}
        >
          {t('monitor:skip', { name: failed.label })}
        </ActionButton>
      ) : null}
      {failed && may('retry-node') ? (
        <ActionButton
          disabled={busy !== null}
          icon="retry"
          onClick={() => ask({ action: 'retry', nodeId: failed.id, label: failed.label })}
          reason={refusal}
        >
          {t('monitor:retry', { name: failed.label })}
        </ActionButton>
      ) : null}
      {isOver(detail) && !(compact && may('retry-node')) ? (
        <LaunchAgain detail={detail} props={props} refusal={refusal} />
      ) : null}
      {allowed.length === 0 && template.id !== null ? (
        <ActionButton
          href={links.document({ collection: slugs.templates, id: template.id })}
          icon="flow"
        >
          {t('monitor:openTemplate')}
        </ActionButton>
      ) : null}
      {allowed.length === 0 && collection && collections.size === 1 ? (
        <ActionButton
          href={links.list({ collection, ids: outputs.documents.map(({ id }) => id) })}
          tone="primary"
        >
          {t('monitor:openAll')}
        </ActionButton>
      ) : null}
    </div>
  )
}
