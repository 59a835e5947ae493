import type { ExecutionSummary } from '../../client/types.js'
import type { Translate } from '../shared/useWorkflowsTranslation.js'

import { formatDuration } from '../shared/format/formatDuration.js'
import { relativeTime } from '../shared/format/relativeTime.js'

/** The line below the bar: where it is, how many are done, how long it takes. */
export function describeProgress({
  execution,
  t,
  locale,
}: {
  execution: ExecutionSummary
  t: Translate
  locale: string
}): string {
  const { status, progress, error, completedAt, createdAt } = execution
  const items =
    progress.itemsTotal > 0
      ? t('active:itemsOf', { done: progress.itemsDone, total: progress.itemsTotal })
      : ''
  const nodes = progress.currentNodes.map(({ label }) => label).join(', ')
  const ago = (date: string) => relativeTime({ date, locale })
  switch (status) {
    case 'pending':
      return join(t('active:starting'), ago(createdAt))
    case 'running':
      return join(
        nodes || t('active:starting'),
        items,
        progress.etaMs === null
          ? ''
          : t('active:left', { time: formatDuration({ ms: progress.etaMs, locale }) }),
      )
    case 'paused':
      return execution.pauseReason === 'review'
        ? join(nodes ? t('active:waitsAt', { node: nodes }) : t('active:waits'), items)
        : join(
            execution.pauseReason === 'budget' ? t('active:pausedBudget') : t('active:paused'),
            items,
          )
    case 'failed':
      return error?.message ?? t('active:failed')
    case 'completed':
    case 'stopped':
      return join(items, completedAt ? ago(completedAt) : '')
  }
}

const join = (...parts: string[]): string => parts.filter(Boolean).join(' · ')
