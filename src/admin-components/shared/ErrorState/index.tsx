'use client'

import { Button, toast } from '@payloadcms/ui'

import { Icon } from '../Icon/index.js'
import { useWorkflowsTranslation } from '../useWorkflowsTranslation.js'
import './index.css'

/** What happened, what was kept, and another try. The code is there for whoever helps, but small. */
export function ErrorState({
  title,
  children,
  code,
  onRetry,
  retryLabel,
}: {
  title: string
  children?: React.ReactNode
  code?: string
  onRetry?: () => void
  /** Instead of «Try again». */
  retryLabel?: string
}) {
  const { t } = useWorkflowsTranslation()
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    toast.success(t('shared:codeCopied'))
  }
  return (
    <div className="workflows-error" role="alert">
      <Icon className="workflows-error__icon" name="warn" size={20} />
      <div className="workflows-error__words">
        <p className="workflows-error__title">{title}</p>
        {children ? <p className="workflows-error__text">{children}</p> : null}
      </div>
      {code ? (
        <button
          aria-label={t('shared:copyCode', { code })}
          className="workflows-error__code"
          onClick={() => void copy(code)}
          title={t('shared:copyCode', { code })}
          type="button"
        >
          {code}
          <Icon name="copy" size={12} />
        </button>
      ) : null}
      {onRetry ? (
        <Button buttonStyle="secondary" margin={false} onClick={onRetry} size="small">
          {retryLabel ?? t('shared:tryAgain')}
        </Button>
      ) : null}
    </div>
  )
}
