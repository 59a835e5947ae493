'use client'

import { lazy, Suspense } from 'react'

import type { MergedFlow } from './mergeFlows.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { Skeleton } from '../../shared/Skeleton/index.js'
import './compare.css'

// React Flow weighs 60 KB and whatever the import map names is loaded on every admin page.
const CompareCanvas = lazy(() =>
  import('./CompareCanvas.js').then((module) => ({ default: module.CompareCanvas })),
)

/** The comparison's drawing, in a box of its own height. */
export function LazyCompareCanvas(props: { flow: MergedFlow; label: string }) {
  return (
    <div className="workflows-compare__canvas">
      <ErrorBoundary>
        <Suspense fallback={<Skeleton style={{ height: '100%' }} />}>
          <CompareCanvas {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
