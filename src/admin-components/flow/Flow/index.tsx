'use client'

import { lazy, Suspense } from 'react'

import type { CanvasProps } from './FlowCanvas.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { Skeleton } from '../../shared/Skeleton/index.js'
import './index.css'

// React Flow weighs 60 KB and whatever the import map names is loaded on every admin page.
const FlowCanvas = lazy(() =>
  import('./FlowCanvas.js').then((module) => ({ default: module.FlowCanvas })),
)

/** A graph to look at. It fits itself until somebody touches it; its container needs a height. */
export function Flow(props: CanvasProps) {
  return (
    <div className="workflows-flow">
      <ErrorBoundary>
        <Suspense fallback={<FlowSkeleton />}>
          <FlowCanvas {...props} />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

function FlowSkeleton() {
  return (
    <div className="workflows-flow__loading">
      {[0, 1, 2].map((place) => (
        <Skeleton className="workflows-flow__ghost" key={place} />
      ))}
    </div>
  )
}
