'use client'

import type { NodeState } from '../../../plugins/workflows/operations/executions/types.js'

import { formatDuration } from '../../shared/format/formatDuration.js'
import { fullDate } from '../../shared/format/relativeTime.js'
import { Icon } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** What is asked, and until when. */
export function ReviewHead({
  node,
  instructions,
  now,
  at,
  count,
  onMove,
}: {
  node: NodeState
  instructions: string
  now: number
  at: number
  count: number
  onMove: (step: number) => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const autoAt = node.review?.autoAt
  return (
    <header className="workflows-review__head">
      <div className="workflows-review__ask">
        <div className="workflows-review__name">
          <h2>{node.label}</h2>
        </div>
        {instructions ? (
          <p className="workflows-review__instructions" dir="auto">
            {instructions}
          </p>
        ) : null}
      </div>
      <p
        className="workflows-review__clock"
        title={autoAt ? fullDate({ date: autoAt, locale }) : ''}
      >
        <Icon name="clock" />
        {autoAt
          ? t('review:autoIn', {
              time: formatDuration({ ms: Math.max(0, Date.parse(autoAt) - now), locale }),
            })
          : t('review:untilSomebody')}
      </p>
      <div className="workflows-review__moves">
        <IconButton
          aria-keyshortcuts="k"
          disabled={at === 0}
          icon="chevron-up"
          label={`${t('review:previous')} (K)`}
          onClick={() => onMove(-1)}
          tone="bordered"
        />
        <IconButton
          aria-keyshortcuts="j"
          disabled={at >= count - 1}
          icon="chevron-down"
          label={`${t('review:next')} (J)`}
          onClick={() => onMove(1)}
          tone="bordered"
        />
      </div>
    </header>
  )
}
