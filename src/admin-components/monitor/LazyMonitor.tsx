'use client'

import { lazy } from 'react'

import type { MonitorProps } from './types.js'

import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import './styles.js'

/**
 * Every admin page loads what the config names; the monitor itself comes only where it is seen. No Suspense: the
 * server has it at once, and a navigation keeps the old page until it is there.
 */
const MonitorClient = lazy(() =>
  import('./MonitorClient/index.js').then((module) => ({ default: module.MonitorClient })),
)

export function LazyMonitor(props: MonitorProps) {
  return (
    <ErrorBoundary>
      <MonitorClient {...props} />
    </ErrorBoundary>
  )
}
