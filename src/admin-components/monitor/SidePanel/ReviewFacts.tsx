'use client'

import type { NodeState } from '../../../plugins/workflows/operations/executions/types.js'

import { formatDuration } from '../../shared/format/formatDuration.js'
import { fullDate, relativeTime } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../ActionButton.js'

/** Who decided, or how long there is to decide. */
export function ReviewFacts({
  node,
  now,
  onReview,
}: {
  node: NodeState
  now: number
  onReview: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const { review } = node
  if (!review) return null
  const { autoAt, decision, decidedAt, decidedBy, comment } = review
  if (node.status === 'waiting') {
    return (
      <div className="workflows-side__note">
        <p>
          {autoAt
            ? t('review:autoIn', {
                time: formatDuration({ ms: Date.parse(autoAt) - now, locale }),
              })
            : t('review:untilSomebody')}
        </p>
        <ActionButton icon="person" onClick={onReview} small tone="primary">
          {t('monitor:review')}
        </ActionButton>
      </div>
    )
  }
  if (!decision || !decidedAt) return null
  const words = { by: decidedBy ?? t('review:theClock'), name: node.label }
  return (
    <div className="workflows-side__note">
      <p title={fullDate({ date: decidedAt, locale })}>
        {t(decision === 'approve' ? 'review:wasApproved' : 'review:wasRejected', words)}{' '}
        {relativeTime({ date: decidedAt, now, locale })}
      </p>
      {comment ? (
        <p className="workflows-side__quote" dir="auto">
          {comment}
        </p>
      ) : null}
    </div>
  )
}
