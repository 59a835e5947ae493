'use client'

import { lazy, Suspense, useCallback, useEffect, useState } from 'react'

import type { TemplateDetail } from '../../client/types.js'
import type { GalleryCard } from '../gallery/types.js'

import { useWorkflows } from '../active-workflows/context.js'
import { countOutputs } from '../launch/countOutputs.js'
import { CreatesList } from '../launch/CreatesList.js'
import { describeError } from '../shared/describeError.js'
import { ErrorState } from '../shared/ErrorState/index.js'
import { formatDuration } from '../shared/format/formatDuration.js'
import { Skeleton } from '../shared/Skeleton/index.js'
import { useWorkflowsApi } from '../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { PreviewAsks } from './PreviewAsks.js'
import { PreviewOutputs } from './PreviewOutputs.js'

// Only here does anybody need the specs of all nodes.
const PreviewFlow = lazy(() =>
  import('./PreviewFlow.js').then((module) => ({ default: module.PreviewFlow })),
)

/** Description, flow, questions and examples; figures beside them. */
export function PreviewBody({ card }: { card: GalleryCard }) {
  const { t } = useWorkflowsTranslation()
  const { template, error, load } = useDetail(card.id)
  return (
    <div className="workflows-preview__body">
      <div className="workflows-preview__main">
        {card.description ? (
          <p className="workflows-preview__description" dir="auto">
            {card.description}
          </p>
        ) : null}
        {error ? (
          <ErrorState code={error.code} onRetry={load} title={t('preview:loadFailed')}>
            {error.message}
          </ErrorState>
        ) : (
          <div className="workflows-preview__flow">
            {template ? (
              <Suspense fallback={null}>
                <PreviewFlow
                  graph={template.graph}
                  label={t('preview:flow', { name: card.name })}
                  params={template.defaultParams}
                />
              </Suspense>
            ) : null}
          </div>
        )}
        <div className="workflows-preview__columns">
          <PreviewAsks example={card.example} template={template} />
          <PreviewOutputs example={card.example} />
        </div>
      </div>
      <Figures card={card} template={template} />
    </div>
  )
}

function Figures({ card, template }: { card: GalleryCard; template: TemplateDetail | null }) {
  const { t, locale } = useWorkflowsTranslation()
  const { site } = useWorkflows()
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const facts: { label: string; value: string | null }[] = [
    {
      label: t('preview:averageTime'),
      value:
        template?.averageExecutionMs == null
          ? null
          : formatDuration({ ms: template.averageExecutionMs, locale }),
    },
    {
      label: t('preview:successRate'),
      value: template?.successRate == null ? null : percent.format(template.successRate),
    },
    { label: t('preview:nodes'), value: number.format(card.nodeCount) },
  ]
  return (
    <aside aria-label={t('preview:figures')} className="workflows-preview__side">
      <div>
        <p className="workflows-preview__caption">{t('preview:used')}</p>
        <p className="workflows-preview__figure">
          {t('preview:times', { count: template?.usageCount ?? card.usageCount })}
        </p>
      </div>
      <dl className="workflows-preview__facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {template || label === t('preview:nodes') ? (
                (value ?? <span className="workflows-preview__none">{t('preview:notYet')}</span>)
              ) : (
                <Skeleton style={{ width: 48, height: 12, marginBlock: 4 }} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {template ? (
        <CreatesList
          lines={countOutputs({ graph: template.graph, params: template.defaultParams })}
          site={site}
        />
      ) : null}
    </aside>
  )
}

function useDetail(id: GalleryCard['id']) {
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
