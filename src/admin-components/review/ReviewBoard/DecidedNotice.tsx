'use client'

import { useState } from 'react'

import type { Decided } from '../useReview.js'

import { relativeTime } from '../../shared/format/relativeTime.js'
import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../../monitor/ActionButton.js'

/** The second of two people: who decided, and that nothing of hers was sent. */
export function DecidedNotice({
  decided: { by, decision, at },
  now,
  onDone,
}: {
  decided: Decided
  now: number
  onDone: () => void
}) {
  const { t, locale } = useWorkflowsTranslation()
  // Said once: screen readers would read it again at every “3 seconds ago”.
  const [seenAt] = useState(now)
  const name = by || t('review:theClock')
  const what = decision === 'reject' ? 'review:wasRejected' : 'review:wasApproved'
  return (
    <div className="workflows-review__decided" role="alert">
      <Icon name="person" />
      <p>
        <strong>
          {decision ? t(what, { by: name }) : t('review:notWaiting')}
          {at
            ? ` ${relativeTime({ date: at, now: Math.max(seenAt, Date.parse(at)), locale })}.`
            : ''}
        </strong>{' '}
        {t('review:notSent')}
      </p>
      <ActionButton onClick={onDone} small>
        {t('review:toFlow')}
      </ActionButton>
    </div>
  )
}
