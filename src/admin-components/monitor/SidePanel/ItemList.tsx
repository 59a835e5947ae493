'use client'

import { useState } from 'react'

import type { AgentJob } from '../../../plugins/workflows/operations/executions/types.js'

import { StatusIcon } from '../../shared/StatusPill/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { streamKey } from '../applyEvent.js'
import { fieldOf } from '../outputFields.js'
import { partialCopy } from '../partialCopy.js'
import { ItemDetail } from './ItemDetail.js'

const PAGE = 40
const RANK: Record<string, number> = { running: 0, failed: 1, pending: 3 }

/** What is being written first, then what failed, then finished ones, newest first. */
export function ItemList({
  jobs,
  streams,
  media,
}: {
  jobs: AgentJob[]
  streams: ReadonlyMap<string, string>
  media: string
}) {
  const { t } = useWorkflowsTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const [shown, setShown] = useState(PAGE)
  const begun = jobs.filter(({ status }) => status !== 'pending')
  const sorted = [...begun].sort(
    (a, b) => (RANK[a.status] ?? 2) - (RANK[b.status] ?? 2) || newer(a, b),
  )
  const waiting = jobs.length - begun.length
  return (
    <ul className="workflows-side__list">
      {sorted.slice(0, shown).map((job) => (
        <li key={job.id}>
          <button
            aria-expanded={open === job.id}
            className={`workflows-item workflows-item--${job.status}`}
            onClick={() => setOpen(open === job.id ? null : job.id)}
            type="button"
          >
            <span className="workflows-item__number">{job.index + 1}</span>
            <ItemWords job={job} written={streams.get(streamKey(job.nodeId, job.index)) ?? ''} />
            <StatusIcon status={job.status} />
          </button>
          {open === job.id ? <ItemDetail job={job} media={media} /> : null}
        </li>
      ))}
      {sorted.length > shown ? (
        <li>
          <button
            className="workflows-side__more"
            onClick={() => setShown(shown + PAGE)}
            type="button"
          >
            {t('monitor:showMore')}
          </button>
        </li>
      ) : null}
      {waiting > 0 ? (
        <li className="workflows-side__note">{t('monitor:itemsWait', { count: waiting })}</li>
      ) : null}
    </ul>
  )
}

function ItemWords({ job, written }: { job: AgentJob; written: string }) {
  const { t } = useWorkflowsTranslation()
  const { output, status, error, attempts } = job
  if (status === 'running') {
    const { title, text } = partialCopy(written)
    return (
      <span className="workflows-item__words" dir="auto">
        <strong>{title || t('monitor:itemRunning', { item: job.index + 1 })}</strong>
        {text ? (
          <span className="workflows-item__stream">
            {text.slice(-400)}
            <span className="workflows-caret" />
          </span>
        ) : null}
      </span>
    )
  }
  const url = fieldOf(output, 'media_id') ? fieldOf(output, 'url') : ''
  const words = fieldOf(output, 'word_count')
  const title =
    fieldOf(output, 'title') || fieldOf(output, 'alt') || t('monitor:item', { item: job.index + 1 })
  return (
    <>
      {url ? <img alt="" className="workflows-side__thumb" loading="lazy" src={url} /> : null}
      <span className="workflows-item__words" dir="auto">
        <span className="workflows-side__name">{error ? error.message : title}</span>
        {attempts > 1 ? (
          <span className="workflows-item__more">{t('monitor:attempts', { count: attempts })}</span>
        ) : null}
      </span>
      {words && !url ? (
        <span className="workflows-item__count">
          {t('monitor:words', { count: Number(words) })}
        </span>
      ) : null}
    </>
  )
}

const newer = (a: AgentJob, b: AgentJob): number =>
  Date.parse(b.completedAt ?? '') - Date.parse(a.completedAt ?? '') || b.index - a.index
