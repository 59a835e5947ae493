import type { ExecutionDetail } from '../../plugins/workflows/operations/executions/types.js'
import type { Words } from './words.js'

import { formatDuration } from '../shared/format/formatDuration.js'
import { relativeTime } from '../shared/format/relativeTime.js'

/** More nodes at work than this are only counted. */
const NAMED = 3

/** One line that answers: what, how far, how long. */
export function describeProgress({
  detail,
  now,
  words: { t, locale },
}: {
  detail: ExecutionDetail
  now: number
  words: Words
}): string {
  const { status, completedAt, startedAt, createdAt, progress } = detail
  const ago = completedAt ? relativeTime({ date: completedAt, now, locale }) : ''
  switch (status) {
    case 'pending':
      return t('monitor:linePending')
    case 'running': {
      const left = progress.etaMs
      return [
        currentItems({ detail, t }),
        left === null
          ? ''
          : t('monitor:left', { time: formatDuration({ ms: Math.max(1_000, left), locale }) }),
      ]
        .filter(Boolean)
        .join(' · ')
    }
    case 'paused':
      return pauseLine({ detail, t })
    case 'completed': {
      const ms = completedAt ? Date.parse(completedAt) - Date.parse(startedAt ?? createdAt) : 0
      return t('monitor:lineCompleted', { time: formatDuration({ ms, locale }), ago })
    }
    case 'failed': {
      const node = detail.nodes.find(({ id }) => id === detail.error?.nodeId)
      const where = node ? t('monitor:lineFailed', { name: node.label, ago }) : ago
      return [where, kept({ detail, t })].filter(Boolean).join(' · ')
    }
    case 'stopped':
      return [ago, kept({ detail, t })].filter(Boolean).join(' · ')
  }
}

function currentItems({ detail, t }: { detail: ExecutionDetail; t: Words['t'] }): string {
  const running = detail.nodes.filter(({ status }) => status === 'running' || status === 'waiting')
  const named = running.slice(0, NAMED).map(({ label, itemsDone, itemsTotal, status }) => {
    if (status === 'waiting') return t('monitor:waitsFor', { name: label })
    return itemsTotal > 1 ? `${label} ${itemsDone}/${itemsTotal}` : label
  })
  const more = running.length - named.length
  return [...named, ...(more > 0 ? [t('monitor:more', { count: more })] : [])].join(', ')
}

function pauseLine({ detail, t }: { detail: ExecutionDetail; t: Words['t'] }): string {
  if (detail.pauseReason === 'budget') return t('monitor:pausedBudget')
  if (detail.pauseReason === 'review') {
    const waiting = detail.nodes.find(({ status }) => status === 'waiting')
    return t('monitor:waitsFor', { name: waiting?.label ?? '' })
  }
  return detail.jobs.some(({ status }) => status === 'running')
    ? t('monitor:pausing')
    : t('monitor:pausedUser')
}

/** Nothing that was made is lost, and people want to know. */
function kept({ detail, t }: { detail: ExecutionDetail; t: Words['t'] }): string {
  const { documents, media } = detail.outputs
  const parts = [
    ...(documents.length > 0 ? [t('monitor:documents', { count: documents.length })] : []),
    ...(media.length > 0 ? [t('monitor:images', { count: media.length })] : []),
  ]
  return parts.length > 0 ? t('monitor:kept', { what: parts.join(', ') }) : ''
}
