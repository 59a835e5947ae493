'use client'

import { useEffect, useRef } from 'react'

import type { ReviewThing } from '../reviewItems.js'
import type { Draft } from '../useReview.js'

import { Icon } from '../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { ActionButton } from '../../monitor/ActionButton.js'
import { Check } from './Check.js'
import { EditForm } from './EditForm.js'

/** One item: as it was generated, or open for editing. */
export function ReviewCard({
  thing,
  number,
  total,
  current,
  selectable,
  editable,
  goesOn,
  toggle,
  editing,
  onEdit,
  draft,
  setDraft,
  onFocus,
}: {
  thing: ReviewThing
  number: number
  total: number
  current: boolean
  selectable: boolean
  editable: boolean
  goesOn: boolean
  toggle: () => void
  editing: boolean
  onEdit: (open: boolean) => void
  draft: Draft | null
  setDraft: (draft: Draft | null) => void
  onFocus: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { title, text, url, alt, words, score, reason } = thing
  const name = title || alt || t('monitor:item', { item: number })
  const classes = ['workflows-review-card', current && 'workflows-review-card--current']
  return (
    <article
      aria-current={current}
      className={classes.filter(Boolean).join(' ')}
      onFocusCapture={onFocus}
      ref={card}
    >
      {url ? <img alt={alt} className="workflows-review-card__image" src={url} /> : null}
      <div className="workflows-review-card__body">
        <div className="workflows-review-card__top">
          {selectable ? (
            <Check checked={goesOn} label={t('review:letOn', { name })} onChange={toggle}>
              <strong>{goesOn ? t('review:goesOn') : t('review:staysOut')}</strong>
            </Check>
          ) : (
            <span />
          )}
          <span>{t('review:place', { number, total })}</span>
        </div>
        {editing ? (
          <EditForm
            draft={draft ?? { title, text }}
            onChange={setDraft}
            onUndo={() => setDraft(null)}
            original={{ title, text }}
          />
        ) : (
          <>
            <h3 dir="auto">{draft?.title ?? name}</h3>
            <div
              aria-label={draft?.title ?? name}
              className="workflows-review-card__text"
              dir="auto"
              role="group"
              // Long ones scroll, by keyboard as well.
              tabIndex={0}
            >
              {draft?.text ?? text}
            </div>
          </>
        )}
        {score || reason ? (
          <p className="workflows-review-card__score">
            {score ? <strong>{t('review:score', { score })}</strong> : null} {reason}
          </p>
        ) : null}
        <div className="workflows-review-card__foot">
          <span>{words === null ? '' : t('monitor:words', { count: words })}</span>
          {editable ? (
            <ActionButton icon={editing ? 'check' : 'pen'} onClick={() => onEdit(!editing)} small>
              {editing ? t('review:done') : t('review:edit')}
            </ActionButton>
          ) : draft ? (
            <Icon name="pen" size={12} />
          ) : null}
        </div>
      </div>
    </article>
  )
}
