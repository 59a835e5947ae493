'use client'

import { Icon, type IconName } from '../Icon/index.js'
import { useWorkflowsTranslation } from '../useWorkflowsTranslation.js'
import './index.css'

export type PillStatus =
  | 'cancelled'
  | 'completed'
  | 'failed'
  | 'paused'
  | 'pending'
  | 'running'
  | 'skipped'
  | 'stopped'
  | 'waiting'

export const STATUS_ICONS: Record<PillStatus, IconName> = {
  cancelled: 'stop',
  completed: 'check',
  failed: 'x',
  paused: 'pause',
  pending: 'circle',
  running: 'ring',
  skipped: 'skip',
  stopped: 'stop',
  waiting: 'person',
}

/** Colour, icon and word: a state is never told by one of them alone. */
export function StatusPill({ status, label }: { status: PillStatus; label?: string }) {
  const { t } = useWorkflowsTranslation()
  return (
    <span className={`workflows-pill workflows-pill--${status}`}>
      <Icon name={STATUS_ICONS[status]} size={12} />
      {label ?? t(`status:${status}`)}
    </span>
  )
}

/** For rows where the word would be repeated many times: the icon with an accessible name and a title. */
export function StatusIcon({ status, size = 16 }: { status: PillStatus; size?: number }) {
  const { t } = useWorkflowsTranslation()
  const word = t(`status:${status}`)
  return (
    <span
      aria-label={word}
      className={`workflows-status-icon workflows-pill--${status}`}
      role="img"
      title={word}
    >
      <Icon name={STATUS_ICONS[status]} size={size} />
    </span>
  )
}
