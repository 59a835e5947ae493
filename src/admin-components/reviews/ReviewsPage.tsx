'use client'

import { Button, Gutter, SetStepNav, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import type { ReviewList } from '../../client/types.js'

import { REVIEWS_PATH } from '../../plugins/workflows/slugs.js'
import { useWorkflowsIfAny } from '../active-workflows/context.js'
import { useNow } from '../monitor/useNow.js'
import { EmptyState } from '../shared/EmptyState/index.js'
import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import { Hydrated } from '../shared/Hydrated/index.js'
import { LiveRegion } from '../shared/LiveRegion/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { ReviewRow } from './ReviewRow.js'
import { ReviewsPager } from './ReviewsPager.js'
import '../shared/tokens.css'
import './index.css'

/** Everything that waits for whoever looks, the longest waiting first. Keeps itself up to date. */
export function ReviewsPage({ initial, now: first }: { initial: ReviewList; now: number }) {
  const { t } = useWorkflowsTranslation()
  const { config } = useConfig()
  const workflows = useWorkflowsIfAny()
  const now = useNow({ initial: first, active: true })
  // The provider asks for the first page every few seconds anyway; others are as they were opened.
  const { docs, totalDocs, page, limit } =
    (initial.page === 1 ? workflows?.reviews : null) ?? initial
  const adminRoute = config.routes.admin
  return (
    <Hydrated className="workflows-reviews">
      <SetStepNav nav={[{ label: t('reviews:title') }]} />
      <Gutter className="workflows-reviews__wrap">
        <header className="workflows-reviews__header">
          <h1>
            {t('reviews:title')}
            {totalDocs > 0 ? (
              <span aria-hidden="true" className="workflows-reviews__count">
                {totalDocs}
              </span>
            ) : null}
          </h1>
          <p>{t('reviews:description')}</p>
        </header>
        <LiveRegion text={totalDocs > 0 ? t('reviews:badge', { count: totalDocs }) : ''} />
        <ErrorBoundary>
          {docs.length === 0 ? (
            <EmptyState
              action={
                <Button
                  buttonStyle="secondary"
                  el="link"
                  margin={false}
                  to={formatAdminURL({
                    adminRoute,
                    path: `/collections/${workflows?.site.executions ?? 'workflow-executions'}`,
                  })}
                >
                  {t('reviews:toExecutions')}
                </Button>
              }
              icon="check"
              title={t('reviews:nothing')}
            >
              {t('reviews:nothingHint')}
            </EmptyState>
          ) : (
            <ul aria-label={t('reviews:list')} className="workflows-reviews__rows">
              {docs.map((review) => (
                <ReviewRow
                  key={`${review.executionId} ${review.nodeId}`}
                  now={now}
                  review={review}
                />
              ))}
            </ul>
          )}
        </ErrorBoundary>
        <ReviewsPager
          href={(to) =>
            formatAdminURL({ adminRoute, path: `${REVIEWS_PATH}?page=${to}` as `/${string}` })
          }
          limit={limit}
          page={page}
          total={totalDocs}
        />
      </Gutter>
    </Hydrated>
  )
}
