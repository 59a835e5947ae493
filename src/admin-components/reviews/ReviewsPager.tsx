'use client'

import { Button } from '@payloadcms/ui'

import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'

/** Only where there is more than a page. */
export function ReviewsPager({
  page,
  limit,
  total,
  href,
}: {
  page: number
  limit: number
  total: number
  href: (page: number) => string
}) {
  const { t, locale } = useWorkflowsTranslation()
  if (total <= limit) return null
  const number = new Intl.NumberFormat(locale)
  const last = Math.ceil(total / limit)
  const step = (to: number, label: string) => (
    <Button
      buttonStyle="secondary"
      disabled={to < 1 || to > last}
      el={to < 1 || to > last ? 'button' : 'link'}
      margin={false}
      size="small"
      to={href(to)}
      type="button"
    >
      {label}
    </Button>
  )
  return (
    <nav aria-label={t('reviews:pages')} className="workflows-reviews__pager">
      {step(page - 1, t('reviews:earlier'))}
      <span>
        {number.format((page - 1) * limit + 1)}–{number.format(Math.min(page * limit, total))} /{' '}
        {number.format(total)}
      </span>
      {step(page + 1, t('reviews:later'))}
    </nav>
  )
}
