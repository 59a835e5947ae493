'use client'

import { useCallback, useEffect, useId, useState } from 'react'

import type { TemplateDetail } from '../../client/types.js'
import type { LaunchTarget } from '../active-workflows/context.js'

import { ModalFrame } from '../active-workflows/ModalFrame.js'
import { NodeTile } from '../flow/NodeTile/index.js'
import { describeError } from '../shared/describeError.js'
import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import { ErrorState } from '../shared/ErrorState/index.js'
import { IconButton } from '../shared/IconButton/index.js'
import { Skeleton } from '../shared/Skeleton/index.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { LaunchContent } from './LaunchContent.js'
import './launch.css'

/** Asks what the template asks, shows what it will make, and launches it. */
export function LaunchDialog({
  template: target,
  onClose,
}: {
  template: LaunchTarget
  onClose: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const { template, error, load } = useTemplate(target.id)
  const title = useId()
  const kind = template?.graph.nodes.find(({ type }) => type.startsWith('generate_'))?.type
  return (
    <ModalFrame
      className="workflows-dialog"
      closesBeside={false}
      labelledBy={title}
      onClose={onClose}
    >
      <div className="workflows-dialog__panel workflows-launch">
        <header className="workflows-launch__header">
          <NodeTile type={kind ?? 'generate_copy'} />
          <h2 className="workflows-dialog__title" id={title}>
            {t('launch:title', { name: template?.name ?? target.name })}
          </h2>
          <IconButton icon="x" label={t('shared:close')} onClick={onClose} />
        </header>
        <ErrorBoundary>
          {template ? (
            <LaunchContent
              key={String(template.id)}
              onClose={onClose}
              target={target}
              template={template}
            />
          ) : error ? (
            <div className="workflows-launch__failed">
              <ErrorState code={error.code} onRetry={load} title={t('launch:loadFailed')}>
                {error.message}
              </ErrorState>
            </div>
          ) : (
            <Loading />
          )}
        </ErrorBoundary>
      </div>
    </ModalFrame>
  )
}

function useTemplate(id: LaunchTarget['id']) {
  const api = useWorkflowsApi()
  const { t } = useWorkflowsTranslation()
  const [template, setTemplate] = useState<TemplateDetail | null>(null)
  const [error, setError] = useState<{ message: string; code: string } | null>(null)
  const load = useCallback(() => {
    setError(null)
    api.templates
      .get({ id })
      .then(setTemplate)
      .catch((reason: unknown) => setError(describeError(reason, t)))
  }, [api, id, t])
  useEffect(load, [load])
  return { template, error, load }
}

function Loading() {
  const { t } = useWorkflowsTranslation()
  return (
    <div className="workflows-launch__body" role="status">
      <span className="workflows-sr-only">{t('launch:loading')}</span>
      <div className="workflows-launch__form">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <div className="workflows-field" key={key}>
            <Skeleton style={{ width: 90, marginBottom: 8 }} />
            <Skeleton style={{ height: 40 }} />
          </div>
        ))}
      </div>
      <div className="workflows-launch__side">
        <Skeleton style={{ width: 70, marginBottom: 8 }} />
        <Skeleton style={{ width: 150, height: 24 }} />
      </div>
    </div>
  )
}
