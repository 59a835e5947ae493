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
export class ErrorBoundary extends Component<Props, { failed: boolean; tries: number }> {
  override state = { failed: false, tries: 0 }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error('payload-workflows: a view failed.', error, info.componentStack)
  }

  override render() {
    const { children, fallback } = this.props
    const retry = () => this.setState(({ tries }) => ({ failed: false, tries: tries + 1 }))
    if (!this.state.failed) return children
    return fallback ? fallback(retry) : <BrokenView again={this.state.tries > 0} onRetry={retry} />
  }
}

function BrokenView({
  again,
  onRetry,
}: {
  /** It was tried again already. A part that could not be loaded comes only with a new page. */
  again: boolean
  onRetry: () => void
}) {
  const { t } = useWorkflowsTranslation()
  return (
    <ErrorState
      onRetry={again ? () => window.location.reload() : onRetry}
      retryLabel={again ? t('shared:reload') : undefined}
      title={t('errors:view')}
    >
      {t('errors:viewKept')}
    </ErrorState>
  )
}
