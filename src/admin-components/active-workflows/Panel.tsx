'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId } from 'react'

import type { ExecutionSummary } from '../../client/types.js'

import { EmptyState } from '../shared/EmptyState/index.js'
import { ErrorBoundary } from '../shared/ErrorBoundary/index.js'
import { Icon } from '../shared/Icon/index.js'
import { IconButton } from '../shared/IconButton/index.js'
import { Skeleton } from '../shared/Skeleton/index.js'
import { useWorkflowsTranslation } from '../shared/useWorkflowsTranslation.js'
import { useWorkflows } from './context.js'
import { ExecutionRow } from './ExecutionRow.js'
import { groupExecutions } from './groupExecutions.js'
import { ModalFrame } from './ModalFrame.js'
import { useJustFinished } from './useJustFinished.js'
import './panel.css'

/** Everything that runs, waits or has just ended, over whatever page one is on. */
export function Panel({ onClose }: { onClose: () => void }) {
  const { t } = useWorkflowsTranslation()
  const { config } = useConfig()
  const { site } = useWorkflows()
  const title = useId()
  const executions = formatAdminURL({
    adminRoute: config.routes.admin,
    path: `/collections/${site.executions}`,
  })
  return (
    <ModalFrame className="workflows-slide-over" labelledBy={title} onClose={onClose}>
      <div className="workflows-slide-over__panel">
        <header className="workflows-slide-over__header">
          <h2 className="workflows-slide-over__title" id={title}>
            {t('active:title')}
          </h2>
          <Button buttonStyle="secondary" el="link" margin={false} size="small" to={executions}>
            {t('active:all')}
          </Button>
          <IconButton icon="x" label={t('shared:close')} onClick={onClose} />
        </header>
        <div className="workflows-slide-over__body">
          <ErrorBoundary>
            <PanelBody executions={executions} />
          </ErrorBoundary>
        </div>
      </div>
    </ModalFrame>
  )
}

function PanelBody({ executions }: { executions: string }) {
  const { t } = useWorkflowsTranslation()
  const { active, reviews, health, site } = useWorkflows()
  const { config } = useConfig()
  const finished = useJustFinished(active)
  const over = finished.filter(({ id }) => !active?.some((execution) => execution.id === id))
  if (!active) return <Loading />
  const mine = new Map(reviews?.docs.map((review) => [review.executionId, review]))
  const { waiting, running, paused } = groupExecutions(active, new Set(mine.keys()))
  const isStuck = running.length > 0 && health?.status === 'ok' && health.workers === 0
  const hrefOf = ({ id }: ExecutionSummary) => `${executions}/${encodeURIComponent(id)}`
  const groups = [
    { title: t('active:waitingForYou'), rows: waiting },
    { title: t('status:running'), rows: running },
    { title: t('status:paused'), rows: paused },
    { title: t('active:justFinished'), rows: over },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <>
      {isStuck ? (
        <div className="workflows-slide-over__banner" role="status">
          <Icon name="warn" />
          <p>{t('active:noWorker')}</p>
        </div>
      ) : null}
      {groups.map((group) => (
        <section className="workflows-slide-over__group" key={group.title}>
          <h3 className="workflows-slide-over__group-title">
            {group.title} <span>{group.rows.length}</span>
          </h3>
          <ul className="workflows-slide-over__rows">
            {group.rows.map((row) => (
              <ExecutionRow
                execution={row}
                href={hrefOf(row)}
                key={row.id}
                review={mine.get(row.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 ? (
        <EmptyState
          action={
            <Button
              buttonStyle="secondary"
              el="link"
              margin={false}
              to={formatAdminURL({
                adminRoute: config.routes.admin,
                path: `/collections/${site.templates}`,
              })}
            >
              {t('active:browse')}
            </Button>
          }
          bordered={false}
          icon="flow"
          title={t('active:nothing')}
        >
          {t('active:nothingHint')}
        </EmptyState>
      ) : null}
    </>
  )
}

function Loading() {
  const { t } = useWorkflowsTranslation()
  return (
    <div className="workflows-slide-over__loading" role="status">
      <span className="workflows-sr-only">{t('active:loading')}</span>
      {[0, 1, 2].map((row) => (
        <div key={row}>
          <Skeleton style={{ width: '55%' }} />
          <Skeleton style={{ width: '100%', height: 4 }} />
          <Skeleton style={{ width: '70%' }} />
        </div>
      ))}
    </div>
  )
}
