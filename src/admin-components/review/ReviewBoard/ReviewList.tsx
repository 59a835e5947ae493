'use client'

import { useEffect, useRef } from 'react'

import type { ReviewThing } from '../reviewItems.js'
import type { Draft } from '../useReview.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { Check } from './Check.js'

/** All items that are left, with what becomes of each. */
export function ReviewList({
  things,
  at,
  out,
  drafts,
  selectable,
  toggle,
  toggleAll,
  onGo,
}: {
  things: ReviewThing[]
  at: number
  out: ReadonlySet<string>
  drafts: ReadonlyMap<string, Draft>
  selectable: boolean
  toggle: (jobId: string) => void
  toggleAll: () => void
  onGo: (at: number) => void
}) {
  const { t } = useWorkflowsTranslation()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const on = things.filter(({ jobId }) => !out.has(jobId)).length
  return (
    <div className="workflows-review__list">
      <div className="workflows-review__row workflows-review__row--all">
        {selectable ? (
          <Check
            checked={on === things.length}
            label={t('review:all')}
            mixed={on > 0 && on < things.length}
            onChange={toggleAll}
          />
        ) : null}
        <strong>{t('review:goOn', { on, total: things.length })}</strong>
      </div>
      <ul ref={list}>
        {things.map((thing, place) => {
          const name = thing.title || thing.alt || t('monitor:item', { item: place + 1 })
          return (
            <li
              className={`workflows-review__row${place === at ? ' workflows-review__row--current' : ''}`}
              key={thing.key}
            >
              {selectable ? (
                <Check
                  checked={!out.has(thing.jobId)}
                  label={t('review:letOn', { name })}
                  onChange={() => toggle(thing.jobId)}
                />
              ) : null}
              <button
                aria-current={place === at}
                className="workflows-review__go"
                onClick={() => onGo(place)}
                type="button"
              >
                <span className="workflows-side__name" dir="auto">
                  {drafts.get(thing.key)?.title || name}
                </span>
                {drafts.has(thing.key) ? <small>{t('review:edited')}</small> : null}
              </button>
              {thing.score ? <span className="workflows-review__score">{thing.score}</span> : null}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
