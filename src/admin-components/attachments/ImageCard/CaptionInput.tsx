'use client'

import { useEffect, useRef } from 'react'

import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'

/** As long as the column. */
const MOST_CHARACTERS = 500

/** The caption while one writes it: Enter and leaving keep it, Escape does not. */
export function CaptionInput({
  name,
  caption,
  onDone,
}: {
  /** Of the image. */
  name: string
  caption: string
  /** Null = leave it as it was. */
  onDone: (caption: string | null) => void
}) {
  const { t } = useWorkflowsTranslation()
  const input = useRef<HTMLInputElement>(null)
  // Enter takes the input away, and losing the focus with it must not count a second time.
  const isDone = useRef(false)
  const finish = (value: string | null) => {
    if (isDone.current) return
    isDone.current = true
    onDone(value)
  }
  useEffect(() => input.current?.select(), [])
  return (
    <input
      aria-label={t('attachments:captionOf', { name })}
      className="workflows-image-card__caption-input"
      defaultValue={caption}
      dir="auto"
      maxLength={MOST_CHARACTERS}
      onBlur={(event) => finish(event.target.value)}
      onChange={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        // The document's form would be saved by Enter, and the card moved by Alt with an arrow.
        event.stopPropagation()
        if (event.key === 'Enter') {
          event.preventDefault()
          finish(event.currentTarget.value)
        }
        if (event.key === 'Escape') {
          event.preventDefault()
          finish(null)
        }
      }}
      placeholder={t('attachments:caption')}
      ref={input}
      type="text"
    />
  )
}
