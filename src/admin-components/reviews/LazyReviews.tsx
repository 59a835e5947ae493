'use client'

import { lazy } from 'react'

import type { ReviewList } from '../../client/types.js'

import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import './styles.js'

/** Loaded where it is seen, as the monitor is: see ../monitor/LazyMonitor.tsx. */
const ReviewsPage = lazy(() =>
  import('./ReviewsPage.js').then((module) => ({ default: module.ReviewsPage })),
)

export function LazyReviews(props: { initial: ReviewList; now: number }) {
  return (
    <ErrorBoundary>
      <ReviewsPage {...props} />
    </ErrorBoundary>
  )
}
