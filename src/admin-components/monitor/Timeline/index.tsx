'use client'

import { memo } from 'react'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'

import { NodeTile } from '../../flow/NodeTile/index.js'
import { formatDuration } from '../../shared/format/formatDuration.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { jobsByNode } from '../cardViews.js'
import { isOver } from '../useLiveExecution.js'
import { type Bar, lanesOf, ticksOf } from './lanes.js'
import './index.css'

/** Nodes in their order, time to the right: waiting lighter than work, one lane per job at a time. */
export const Timeline = memo(function Timeline({
  detail,
  now,
  selected,
  onSelect,
}: {
  detail: ExecutionDetail
  now: number
  selected: string | null
  onSelect: (id: string) => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  const begin = Date.parse(detail.startedAt ?? detail.createdAt)
  const over = isOver(detail)
  const end = over && detail.completedAt ? Date.parse(detail.completedAt) : Math.max(now, begin)
  const jobs = jobsByNode(detail)
  const rows = detail.nodes.flatMap((node) => {
    const own = jobs.get(node.id) ?? []
    const total = detail.status === 'running' ? node.itemsTotal : 0
    const lanes = lanesOf({ jobs: own, begin, now: end, total })
    return lanes.length > 0 ? [{ node, lanes }] : []
  })
  const last = Math.max(1_000, end - begin, ...rows.flatMap(({ lanes }) => lanes.map(endOf)))
  const ticks = ticksOf(last * 1.06)
  const span = Math.max(last * 1.06, ticks.at(-1) ?? 0)
  const place = (ms: number) => `${(ms / span) * 100}%`
  const hasFailed = detail.jobs.some(({ status }) => status === 'failed')

  return (
    <section aria-label={t('monitor:timeline')} className="workflows-timeline">
      <header className="workflows-timeline__head">
        <h2 className="workflows-timeline__title">{t('monitor:timeline')}</h2>
        <div aria-hidden="true" className="workflows-timeline__axis">
          {ticks.map((tick) => (
            <span key={tick} style={{ insetInlineStart: place(tick) }}>
              {formatDuration({ ms: tick, locale })}
            </span>
          ))}
        </div>
        <div className="workflows-timeline__legend">
          <span className="workflows-timeline__key workflows-timeline__key--queued">
            {t('monitor:queued')}
          </span>
          <span className="workflows-timeline__key workflows-timeline__key--working">
            {t('monitor:working')}
          </span>
          {hasFailed ? (
            <span className="workflows-timeline__key workflows-timeline__key--failed">
              {t('status:failed')}
            </span>
          ) : null}
        </div>
      </header>
      <div className="workflows-timeline__body">
        {rows.length === 0 ? (
          <p className="workflows-timeline__empty">{t('monitor:timelineEmpty')}</p>
        ) : null}
        {rows.map(({ node, lanes }) => (
          <button
            aria-pressed={node.id === selected}
            className="workflows-timeline__row"
            key={node.id}
            onClick={() => onSelect(node.id)}
            type="button"
          >
            <span className="workflows-timeline__name">
              <NodeTile size="small" type={node.type} />
              <span className="workflows-timeline__label">{node.label}</span>
            </span>
            <span className="workflows-timeline__lanes">
              {lanes.map((lane) => (
                <span className="workflows-timeline__lane" key={lane[0]?.key}>
                  {lane.map((bar) => (
                    <TimelineBar bar={bar} key={bar.key} place={place} />
                  ))}
                </span>
              ))}
            </span>
          </button>
        ))}
        <div aria-hidden="true" className="workflows-timeline__grid">
          {ticks.map((tick) => (
            <i key={tick} style={{ insetInlineStart: place(tick) }} />
          ))}
          {over ? null : <b style={{ insetInlineStart: place(end - begin) }} />}
        </div>
      </div>
    </section>
  )
})

function TimelineBar({ bar, place }: { bar: Bar; place: (ms: number) => string }) {
  const { queued, start, end, look } = bar
  return (
    <>
      {start > queued ? (
        <i
          className={`workflows-timeline__bar workflows-timeline__bar--${look} workflows-timeline__bar--queued`}
          style={{ insetInlineStart: place(queued), width: place(start - queued) }}
        />
      ) : null}
      <i
        className={`workflows-timeline__bar workflows-timeline__bar--${look}`}
        style={{ insetInlineStart: place(start), width: place(end - start) }}
      />
    </>
  )
}

const endOf = (lane: Bar[]): number => lane.at(-1)?.end ?? 0
