'use client'

import { useState } from 'react'

import type { LiveState } from '../applyEvent.js'

import { StatusIcon } from '../../shared/StatusPill/index.js'
import { fullDate, relativeTime } from '../../shared/format/relativeTime.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { activityOf } from '../activity.js'

/** Lines at first, and per push of the button. */
const PAGE = 50

export function ActivityPanel({ live, now }: { live: LiveState; now: number }) {
  const { t, locale } = useWorkflowsTranslation()
  const [shown, setShown] = useState(PAGE)
  const list = activityOf(live)
  return (
    <>
      <ol className="workflows-side__list workflows-side__log">
        {list.slice(0, shown).map(({ key, at, kind, status, name, item = 0, by = '', text }) => (
          <li key={key}>
            <StatusIcon size={14} status={status} />
            <div className="workflows-side__said">
              <span>{t(`activity:${kind}`, { name, item, by })}</span>
              {text ? (
                <span className="workflows-side__quote" dir="auto">
                  {text}
                </span>
              ) : null}
            </div>
            <time dateTime={at} title={fullDate({ date: at, locale })}>
              {relativeTime({ date: at, now: Math.max(now, Date.parse(at)), locale })}
            </time>
          </li>
        ))}
      </ol>
      {list.length > shown ? (
        <button
          className="workflows-side__more"
          onClick={() => setShown(shown + PAGE)}
          type="button"
        >
          {t('monitor:showMore')}
        </button>
      ) : null}
    </>
  )
}
