'use client'

import { memo, useState } from 'react'

import type { ExecutionDetail } from '../../../plugins/workflows/operations/executions/types.js'

import { formatDuration } from '../../shared/format/formatDuration.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { jobsByNode } from '../cardViews.js'
import { isOver } from '../useLiveExecution.js'
import { type Bar, lanesOf } from './lanes.js'
import { horizonOf, scaleOf } from './scale.js'
import { TimelineRow } from './TimelineRow.js'
import { TimelineTools } from './TimelineTools.js'
import { useZoom } from './useZoom.js'
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
  const [shortens, setShortens] = useState(true)
  const { zoom, setZoom, scroller } = useZoom()
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
  const work = rows.flatMap(({ node, lanes }) => (node.type === 'review' ? [] : lanes.flat()))
  const furthest = Math.max(end - begin, ...rows.flatMap(({ lanes }) => lanes.map(endOf)))
  const last = over ? furthest : horizonOf(furthest)
  const scale = scaleOf({ work, end: last, shorten: shortens, zoom })
  const mayShorten =
    scale.gaps.length > 0 ||
    (!shortens && scaleOf({ work, end: last, shorten: true }).gaps.length > 0)
  const place = (ms: number) => `${scale.at(ms) * 100}%`
  const width = (from: number, to: number) => `${(scale.at(to) - scale.at(from)) * 100}%`

  return (
    <section aria-label={t('monitor:timeline')} className="workflows-timeline">
      <TimelineTools
        hasFailed={detail.jobs.some(({ status }) => status === 'failed')}
        onShorten={mayShorten ? () => setShortens(!shortens) : null}
        setZoom={setZoom}
        shortens={shortens}
        zoom={zoom}
      />
      <div className="workflows-timeline__scroll" ref={scroller}>
        <div className="workflows-timeline__inner" style={{ width: `${zoom * 100}%` }}>
          <header className="workflows-timeline__head">
            <h2 className="workflows-timeline__title">{t('monitor:timeline')}</h2>
            <div aria-hidden="true" className="workflows-timeline__axis">
              {scale.ticks.map((tick) => (
                <span key={tick} style={{ insetInlineStart: place(tick) }}>
                  {formatDuration({ ms: tick, locale })}
                </span>
              ))}
            </div>
          </header>
          <div className="workflows-timeline__body">
            {rows.length === 0 ? (
              <p className="workflows-timeline__empty">{t('monitor:timelineEmpty')}</p>
            ) : null}
            {rows.map(({ node, lanes }) => (
              <TimelineRow
                isSelected={node.id === selected}
                key={node.id}
                lanes={lanes}
                node={node}
                onSelect={onSelect}
                scale={scale}
              />
            ))}
            <div aria-hidden="true" className="workflows-timeline__grid">
              {scale.ticks.map((tick) => (
                <i key={tick} style={{ insetInlineStart: place(tick) }} />
              ))}
              {scale.gaps.map(({ from, to }) => (
                <em
                  key={from}
                  style={{ insetInlineStart: place(from), width: width(from, to) }}
                  title={t('monitor:waited', { time: formatDuration({ ms: to - from, locale }) })}
                >
                  {formatDuration({ ms: to - from, locale })}
                </em>
              ))}
              {over ? null : <b style={{ insetInlineStart: place(end - begin) }} />}
            </div>
          </div>
        </div>
      </div>
    </section>
  )
})

const endOf = (lane: Bar[]): number => lane.at(-1)?.end ?? 0
