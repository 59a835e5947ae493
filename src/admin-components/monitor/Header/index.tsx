'use client'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'
import type { MonitorProps } from '../types.js'
import type { Controls } from '../useControls.js'

import { useWorkflowsIfAny } from '../../active-workflows/context.js'
import { ProgressBar } from '../../shared/ProgressBar/index.js'
import { type Segment, Segmented } from '../../shared/Segmented/index.js'
import { type PillStatus, StatusPill } from '../../shared/StatusPill/index.js'
import { fullDate } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { describeProgress } from '../describeProgress.js'
import { isOver } from '../useLiveExecution.js'
import { HeaderActions } from './HeaderActions.js'
import './index.css'

export type MonitorFace = 'flow' | 'outputs' | 'review' | 'timeline'

/** What is running, how far it is, and what one can do about it. */
export function Header({
  detail,
  subtitle,
  now,
  face,
  faces,
  onFace,
  controls,
  refusal,
  phone,
  props,
}: {
  detail: ExecutionDetail
  subtitle: string
  now: number
  face: MonitorFace
  faces: Segment<MonitorFace>[]
  onFace: (face: MonitorFace) => void
  controls: Controls
  refusal: string | null
  phone: boolean
  props: MonitorProps
}) {
  const { t, locale } = useWorkflowsTranslation()
  const over = isOver(detail)
  const { status, label } = pillOf({ detail, isMine: useIsMine({ id: detail.id, refusal }) })
  const { percent } = detail.progress
  const line = describeProgress({ detail, now, words: { t, locale } })
  const when = detail.completedAt ?? detail.startedAt
  return (
    <header className="workflows-monitor-header">
      <h1 className="workflows-monitor-header__title" title={detail.template.name}>
        {detail.template.name}
        {subtitle ? <span className="workflows-monitor-header__sub">{subtitle}</span> : null}
      </h1>
      <StatusPill label={label ? t(label) : undefined} status={status} />
      {detail.test ? (
        <span className="workflows-monitor-header__test">{t('monitor:test')}</span>
      ) : null}
      {over ? null : (
        <div className="workflows-monitor-header__progress">
          <strong>
            {new Intl.NumberFormat(locale, { style: 'percent' }).format(percent / 100)}
          </strong>
          <ProgressBar label={t('monitor:progress')} tone={status} value={percent / 100} />
        </div>
      )}
      <p
        className="workflows-monitor-header__line"
        title={when ? fullDate({ date: when, locale }) : undefined}
      >
        {line}
      </p>
      {phone ? null : (
        <div className="workflows-monitor-header__side">
          {faces.length > 1 ? (
            <Segmented label={t('monitor:faces')} onChange={onFace} segments={faces} value={face} />
          ) : null}
          <HeaderActions
            controls={controls}
            detail={detail}
            onReview={face === 'review' ? undefined : () => onFace('review')}
            props={props}
            refusal={refusal}
          />
        </div>
      )}
    </header>
  )
}

/** Whether something in it waits for whoever looks. Until the list of reviews is there, their role is the best guess. */
function useIsMine({ id, refusal }: { id: string; refusal: string | null }): boolean {
  const reviews = useWorkflowsIfAny()?.reviews
  return reviews ? reviews.docs.some(({ executionId }) => executionId === id) : refusal === null
}

function pillOf({
  detail: { status, pauseReason },
  isMine,
}: {
  detail: ExecutionDetail
  isMine: boolean
}): {
  status: PillStatus
  label?: 'monitor:waitingForYou'
} {
  if (status !== 'paused' || pauseReason !== 'review') return { status }
  return { status: 'waiting', ...(isMine && { label: 'monitor:waitingForYou' }) }
}
