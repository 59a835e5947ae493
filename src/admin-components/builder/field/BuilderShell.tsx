'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'

import type { BuilderFacts } from './facts.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import '../../shared/tokens.css'
import '../frame/frame.css'
import { FrameSkeleton } from '../frame/FrameSkeleton.js'

/** Every admin page loads what the config names; the builder itself comes only where it is seen. */
const BuilderSession = lazy(() =>
  import('./BuilderSession.js').then((module) => ({ default: module.BuilderSession })),
)

export interface BuilderShellProps {
  facts: BuilderFacts
  /** What the access of the field itself says; that of the document is asked for in the browser. */
  mayWrite: boolean
}

/** The builder's place in the page, and what one sees until it is there. */
export function BuilderShell(props: BuilderShellProps) {
  // Not on the server: React Flow measures, and its styles come with the lazy part.
  const inBrowser = useSyncExternalStore(never, yes, no)
  return (
    <div className="workflows-builder">
      <ErrorBoundary>
        {inBrowser ? (
          <Suspense fallback={<FrameSkeleton />}>
            <BuilderSession {...props} />
          </Suspense>
        ) : (
          <FrameSkeleton />
        )}
      </ErrorBoundary>
    </div>
  )
}

const never = () => () => undefined
const yes = () => true
const no = () => false
