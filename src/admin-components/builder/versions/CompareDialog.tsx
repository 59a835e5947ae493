'use client'

import { useId, useMemo, useState } from 'react'

import type { WorkflowGraph } from '../../../plugins/workflows/graph/types.js'
import type { BuilderHandle } from '../context.js'

import { FieldShell } from '../../launch/FieldShell.js'
import { Dialog } from '../../shared/Dialog/index.js'
import { ErrorState } from '../../shared/ErrorState/index.js'
import { Skeleton } from '../../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ChangeList } from './ChangeList.js'
import './compare.css'
import { LazyCompareCanvas } from './LazyCompareCanvas.js'
import { mergeFlows } from './mergeFlows.js'
import { namesFrom } from './namesFrom.js'
import { useVersionGraph, useVersions, type VersionHead } from './useVersions.js'

/** What one sees on the canvas, saved or not. */
const NOW = 'now'

/** Two versions of the workflow on one canvas, and what became of it in words. */
export function CompareDialog({ handle, onClose }: { handle: BuilderHandle; onClose: () => void }) {
  const { t } = useWorkflowsTranslation()
  const { versions, error, load } = useVersions(handle.templateId)
  return (
    <Dialog onClose={onClose} title={t('toolbar:compareTitle')} width={1200}>
      <div className="workflows-compare">
        {error ? (
          <ErrorState code={error.code} onRetry={load} title={t('toolbar:compareFailed')}>
            {error.message}
          </ErrorState>
        ) : versions === null ? (
          <div role="status">
            <span className="workflows-sr-only">{t('toolbar:compareLoading')}</span>
            <Skeleton style={{ height: 400 }} />
          </div>
        ) : versions.length === 0 ? (
          <p>{t('toolbar:compareNone')}</p>
        ) : (
          <Comparison handle={handle} versions={versions} />
        )}
      </div>
    </Dialog>
  )
}

function Comparison({
  handle,
  versions,
}: {
  handle: BuilderHandle
  versions: readonly VersionHead[]
}) {
  const { t } = useWorkflowsTranslation()
  const prefix = useId()
  // The usual question: what have I changed since it was published?
  const published = versions.find(({ isPublished }) => isPublished)
  const [before, setBefore] = useState(published?.id ?? versions[0]?.id ?? NOW)
  const [after, setAfter] = useState(NOW)
  const graphs = {
    before: useSide({ handle, id: before }),
    after: useSide({ handle, id: after }),
  }
  return (
    <>
      <div className="workflows-compare__choose">
        <Choice
          id={`${prefix}-before`}
          label={t('toolbar:compareBefore')}
          onChoose={setBefore}
          value={before}
          versions={versions}
        />
        <Choice
          id={`${prefix}-after`}
          label={t('toolbar:compareAfter')}
          onChoose={setAfter}
          value={after}
          versions={versions}
        />
      </div>
      {graphs.before && graphs.after ? (
        <Both
          after={graphs.after}
          before={graphs.before}
          handle={handle}
          key={`${before} ${after}`}
        />
      ) : (
        <Skeleton style={{ height: 400 }} />
      )}
    </>
  )
}

function useSide({ handle, id }: { handle: BuilderHandle; id: string }): WorkflowGraph | null {
  const stored = useVersionGraph(id === NOW ? null : id)
  return id === NOW ? handle.store.getState().document.graph : stored
}

function Both({
  before,
  after,
  handle: { specs, configSchemas },
}: {
  before: WorkflowGraph
  after: WorkflowGraph
  handle: BuilderHandle
}) {
  const { t } = useWorkflowsTranslation()
  const flow = useMemo(() => mergeFlows({ before, after, specs }), [before, after, specs])
  const names = useMemo(
    () =>
      namesFrom({
        labels: new Map([...specs].map(([type, { label }]) => [type, label])),
        schemaOf: (type) => configSchemas.get(type),
      }),
    [specs, configSchemas],
  )
  return (
    <div className="workflows-compare__body">
      <LazyCompareCanvas flow={flow} label={t('toolbar:compareTitle')} />
      <div className="workflows-compare__words">
        <ChangeList after={after} before={before} names={names} t={t} />
      </div>
    </div>
  )
}

function Choice({
  id,
  label,
  value,
  versions,
  onChoose,
}: {
  id: string
  label: string
  value: string
  versions: readonly VersionHead[]
  onChoose: (id: string) => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const format = useMemo(
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }),
    [locale],
  )
  return (
    <FieldShell id={id} label={label}>
      <select
        className="workflows-control"
        id={id}
        onChange={(event) => onChoose(event.target.value)}
        value={value}
      >
        <option value={NOW}>{t('toolbar:compareNow')}</option>
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {t('toolbar:compareVersion', {
              when: format.format(new Date(version.at)),
              status: t(version.isPublished ? 'toolbar:comparePublished' : 'toolbar:compareDraft'),
            })}
          </option>
        ))}
      </select>
    </FieldShell>
  )
}
