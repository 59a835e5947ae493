'use client'

import { Link } from '@payloadcms/ui'

import type { ListedExecution, WaitingReview } from '../../client/types.js'

import { ProgressBar } from '../shared/ProgressBar/index.js'
import { StatusPill } from '../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { useReviewHref } from '../reviews/useReviewHref.js'
import { describeProgress } from './describeProgress.js'
import { describeReview } from './describeReview.js'
import { pillOf } from './groupExecutions.js'
import { RowControls } from './RowControls.js'
import { Thumbnails } from './Thumbnails.js'

/** Half-finished items count towards no percent, so a bar may only say 100 when it is over. */
const ENDED = new Set(['completed', 'failed', 'stopped'])

/** One execution: what it is, how far, what may be done about it. */
export function ExecutionRow({
  execution,
  href,
  review,
}: {
  execution: ListedExecution
  href: string
  /** What waits in it for whoever looks. */
  review?: WaitingReview | undefined
}) {
  const { t, locale } = useWorkflowsTranslation()
  const { template, progress, status } = execution
  const reviewHref = useReviewHref()
  const pill = review ? 'waiting' : pillOf(execution)
  const hasEnded = ENDED.has(status)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(progress.percent / 100)
  return (
    <li className="workflows-row">
      <div className="workflows-row__head">
        <Link className="workflows-row__name" href={href} prefetch={false} title={template.name}>
          {template.name || t('active:unnamed')}
        </Link>
        <StatusPill status={pill} />
      </div>
      {hasEnded || pill === 'waiting' ? null : (
        <ProgressBar
          label={t('active:progressOf', { name: template.name })}
          tone={pill}
          value={progress.percent / 100}
        >
          {percent}
        </ProgressBar>
      )}
      <div className="workflows-row__foot">
        <p className="workflows-row__words" dir="auto">
          {review
            ? describeReview({ review, t, locale })
            : describeProgress({ execution, t, locale })}
        </p>
        <RowControls
          execution={execution}
          href={href}
          reviewHref={review ? reviewHref(review) : null}
        />
      </div>
      {status === 'completed' ? <Thumbnails id={execution.id} /> : null}
    </li>
  )
}
