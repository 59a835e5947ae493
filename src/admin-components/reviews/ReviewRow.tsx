'use client'

import { Button, Link } from '@payloadcms/ui'

import type { WaitingReview } from '../../client/types.js'

import { useReviewHref } from './useReviewHref.js'
import { Icon } from '../shared/Icon/index.js'
import { formatDuration } from '../shared/format/formatDuration.js'
import { fullDate, relativeTime } from '../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

const KINDS = {
  approval: 'reviews:kind_approval',
  edit: 'reviews:kind_edit',
  selection: 'reviews:kind_selection',
} as const

/** A clock under an hour is worth a look now. */
const SOON_MS = 3_600_000

/** One review: where, what is asked, by whom it was launched, since when and until when. */
export function ReviewRow({ review, now }: { review: WaitingReview; now: number }) {
  const { t, locale } = useWorkflowsTranslation()
  const href = useReviewHref()(review)
  const { label, template, project, launchedBy, instructions, openedAt, autoAt, test } = review
  const name = template.name || t('active:unnamed')
  const kind = KINDS[review.reviewType as keyof typeof KINDS] ?? KINDS.approval
  const left = autoAt ? Math.max(0, Date.parse(autoAt) - now) : null
  const places = [
    name,
    project?.name,
    launchedBy?.name ? t('monitor:launchedBy', { name: launchedBy.name }) : null,
    test ? t('monitor:test') : null,
  ].filter(Boolean)
  return (
    <li className="workflows-reviews__row">
      <span aria-hidden="true" className="workflows-reviews__tile">
        <Icon name="person" />
      </span>
      <div className="workflows-reviews__words">
        <div className="workflows-reviews__name">
          <Link href={href} prefetch={false} title={label}>
            {label}
          </Link>
          <span className="workflows-reviews__kind">{t(kind)}</span>
        </div>
        <p className="workflows-reviews__place" title={places.join(' · ')}>
          {places.join(' · ')}
        </p>
        {instructions ? (
          <p className="workflows-reviews__ask" dir="auto" title={instructions}>
            {instructions}
          </p>
        ) : null}
      </div>
      <dl className="workflows-reviews__times">
        <div>
          <dt className="workflows-sr-only">{t('reviews:waitsSince')}</dt>
          <dd title={fullDate({ date: openedAt, locale })}>
            {relativeTime({ date: openedAt, now, locale })}
          </dd>
        </div>
        <div className={left !== null && left < SOON_MS ? 'workflows-reviews__soon' : undefined}>
          <dt className="workflows-sr-only">{t('reviews:clock')}</dt>
          <dd title={autoAt ? fullDate({ date: autoAt, locale }) : undefined}>
            <Icon name="clock" size={12} />
            {left === null
              ? t('reviews:noClock')
              : t('reviews:autoIn', { time: formatDuration({ ms: left, locale }) })}
          </dd>
        </div>
      </dl>
      <Button
        aria-label={t('reviews:openNamed', { label, name })}
        buttonStyle="primary"
        el="link"
        margin={false}
        size="small"
        to={href}
      >
        {t('reviews:open')}
      </Button>
    </li>
  )
}
