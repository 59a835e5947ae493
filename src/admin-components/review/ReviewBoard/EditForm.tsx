'use client'

import { useId } from 'react'

import type { Draft } from '../useReview.js'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { WordDiff } from '../WordDiff.js'

/** Title and text in place, and below them what was changed. */
export function EditForm({
  draft,
  original,
  onChange,
  onUndo,
}: {
  draft: Draft
  original: Draft
  onChange: (draft: Draft) => void
  onUndo: () => void
}) {
  const { t } = useWorkflowsTranslation()
  const id = useId()
  const changed = draft.title !== original.title || draft.text !== original.text
  return (
    <div className="workflows-edit">
      <label htmlFor={`${id}-title`}>{t('review:title')}</label>
      <input
        className="workflows-edit__field"
        dir="auto"
        id={`${id}-title`}
        maxLength={500}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
        type="text"
        value={draft.title}
      />
      <label htmlFor={`${id}-text`}>{t('review:text')}</label>
      <textarea
        autoFocus
        className="workflows-edit__field"
        dir="auto"
        id={`${id}-text`}
        onChange={(event) => onChange({ ...draft, text: event.target.value })}
        rows={Math.min(14, Math.max(5, Math.ceil(draft.text.length / 34)))}
        value={draft.text}
      />
      {changed ? (
        <>
          <div className="workflows-edit__changes">
            <span>{t('review:changes')}</span>
            <button className="workflows-edit__undo" onClick={onUndo} type="button">
              {t('review:undoAll')}
            </button>
          </div>
          {draft.title === original.title ? null : (
            <WordDiff after={draft.title} before={original.title} />
          )}
          {draft.text === original.text ? null : (
            <WordDiff after={draft.text} before={original.text} />
          )}
        </>
      ) : null}
    </div>
  )
}
