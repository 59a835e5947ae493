'use client'

import { Component, type ErrorInfo, type ReactNode } from 'react'

import { useWorkflowsTranslation } from '../useWorkflowsTranslation.js'
import { ErrorState } from '../ErrorState/index.js'

interface Props {
  children: ReactNode
  /** Instead of the usual words. */
  fallback?: (retry: () => void) => ReactNode
}

/** Keeps a broken part of ours from taking the admin page down; React has this as a class only. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error('payload-workflows: a view failed.', error, info.componentStack)
  }

  override render() {
    const { children, fallback } = this.props
    const retry = () => this.setState({ failed: false })
    if (!this.state.failed) return children
    return fallback ? fallback(retry) : <BrokenView onRetry={retry} />
  }
}

function BrokenView({ onRetry }: { onRetry: () => void }) {
  const { t } = useWorkflowsTranslation()
  return (
    <ErrorState onRetry={onRetry} title={t('errors:view')}>
      {t('errors:viewKept')}
    </ErrorState>
  )
}
