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
import { formatMoney } from '../shared/format/formatMoney.js'
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
  const cost = useTypicalCost({ card, template })
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
    // Most sites name no prices; «not yet» would promise one.
    ...(cost === null
      ? []
      : [{ label: t('preview:typicalCost'), value: formatMoney({ amount: cost, locale }) }]),
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

/** What a launch with the example's values, else the defaults, would cost. Null while, and where, nobody knows. */
function useTypicalCost({
  card: { id, example },
  template,
}: {
  card: GalleryCard
  template: TemplateDetail | null
}): number | null {
  const api = useWorkflowsApi()
  const [known, setKnown] = useState<{ id: GalleryCard['id']; cost: number } | null>(null)
  useEffect(() => {
    if (!template) return
    let gone = false
    const params = { ...template.defaultParams, ...example?.inputs }
    api.templates
      .estimate({ id, params })
      .then(({ cost }) => !gone && cost > 0 && setKnown({ id, cost }))
      // Without values for what it asks there is no estimate, and the figure is left out.
      .catch(() => undefined)
    return () => {
      gone = true
    }
  }, [api, id, example, template])
  return known?.id === id ? known.cost : null
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
