'use client'

import { useMemo } from 'react'

import type { PromptFacts } from './promptFacts.js'

import { cutPrompt } from './promptPieces.js'

/**
 * A prompt as its editor draws it, without one: to make an editor takes longer than to draw all other
 * fields of a node. Whoever points at it or goes to it by keyboard gets the editor in its place.
 */
export function PromptText({
  value,
  facts,
  hint,
  readOnly,
  attributes,
  onPoint,
  onFocus,
}: {
  value: string
  facts: PromptFacts
  hint: string
  readOnly: boolean
  attributes: Record<string, string>
  onPoint: () => void
  onFocus: () => void
}) {
  const pieces = useMemo(() => cutPrompt({ text: value, facts }), [value, facts])
  return (
    <div
      {...attributes}
      aria-readonly={readOnly || undefined}
      className="workflows-prompt__text"
      onFocus={onFocus}
      onPointerEnter={onPoint}
      role="textbox"
      tabIndex={0}
    >
      {value === '' ? <span className="workflows-prompt__hint">{hint}</span> : null}
      {pieces.map((piece) =>
        piece.kind === 'chip' ? (
          <span
            className={`workflows-variable${piece.chip.isWrong ? ' workflows-variable--wrong' : ''}`}
            key={piece.from}
            title={piece.chip.title}
          >
            {piece.chip.label}
          </span>
        ) : piece.className ? (
          <span className={piece.className} key={piece.from} title={piece.title || undefined}>
            {piece.text}
          </span>
        ) : (
          piece.text
        ),
      )}
    </div>
  )
}
