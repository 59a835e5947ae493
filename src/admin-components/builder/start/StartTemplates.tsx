'use client'

import { toast, useField } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { TemplateSummary } from '../../../client/types.js'

import { describeError } from '../../shared/describeError.js'
import { ErrorState } from '../../shared/ErrorState/index.js'
import { Icon } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { Skeleton } from '../../shared/Skeleton/index.js'
import { useWorkflowsApi } from '../../shared/useWorkflowsApi.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilder } from '../context.js'
import { replaceDocument } from '../edits/index.js'

/** Templates that fit on one screen of the list; the gallery has the rest. */
const MOST = 50

/** The templates one may read; choosing one draws it here, as an edit that undo takes back. */
export function StartTemplates({ onBack }: { onBack: () => void }) {
  const { t } = useWorkflowsTranslation()
  const api = useWorkflowsApi()
  const { store, canvas, templateId } = useBuilder()
  const { value: name, setValue: setName } = useField<string>({ path: 'name' })
  const [templates, setTemplates] = useState<TemplateSummary[] | null>(null)
  const [error, setError] = useState<{ message: string; code: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const list = useRef<HTMLUListElement>(null)

  const load = useCallback(() => {
    setError(null)
    api.templates
      .list({ sort: '-usageCount', limit: MOST, includeSystem: true })
      .then(({ docs }) => {
        const others = docs.filter(({ id, nodeCount }) => id !== templateId && nodeCount > 0)
        // Ours first: they are known to run to the end.
        setTemplates(others.toSorted((a, b) => Number(b.isSystem) - Number(a.isSystem)))
      })
      .catch((reason: unknown) => setError(describeError(reason, t)))
  }, [api, t, templateId])
  useEffect(load, [load])
  useEffect(() => {
    if (templates) list.current?.querySelector('button')?.focus()
  }, [templates])

  const choose = async (template: TemplateSummary) => {
    setBusy(true)
    try {
      const { graph, inputs, defaultParams } = await api.templates.get({ id: template.id })
      store.apply(
        replaceDocument({ graph: { ...graph, notes: graph.notes ?? [] }, inputs, defaultParams }),
      )
      if (!name?.trim()) setName(template.name)
      requestAnimationFrame(() => canvas.current?.fit())
    } catch (reason) {
      toast.error(describeError(reason, t).message)
      setBusy(false)
    }
  }
  return (
    <div className="workflows-start__templates">
      <div className="workflows-start__head">
        <IconButton icon="chevron-left" label={t('toolbar:startBack')} onClick={onBack} />
        <h2 className="workflows-start__title">{t('toolbar:startPick')}</h2>
      </div>
      {error ? (
        <ErrorState code={error.code} onRetry={load} title={t('toolbar:startLoadFailed')}>
          {error.message}
        </ErrorState>
      ) : templates === null ? (
        <div role="status">
          <span className="workflows-sr-only">{t('toolbar:startPick')}</span>
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} style={{ height: 52, marginBottom: 8 }} />
          ))}
        </div>
      ) : templates.length === 0 ? (
        <p className="workflows-start__help">{t('toolbar:startNone')}</p>
      ) : (
        <ul className="workflows-start__list" ref={list}>
          {templates.map((template) => (
            <li key={String(template.id)}>
              <button
                className="workflows-start__template"
                disabled={isBusy}
                onClick={() => void choose(template)}
                type="button"
              >
                <span className="workflows-start__words">
                  <span className="workflows-start__label" dir="auto">
                    {template.name}
                    {template.isSystem ? <Icon name="lock" size={12} /> : null}
                  </span>
                  <span className="workflows-start__help" dir="auto">
                    {template.description}
                  </span>
                </span>
                <span className="workflows-start__count">
                  {t('gallery:nodes', { count: template.nodeCount })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
