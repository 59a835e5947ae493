'use client'

import { useState } from 'react'

import type { JsonValue } from '../../../../plugins/workflows/graph/types.js'

import { readNumber, textOf } from '../form/shapeOf.js'

/**
 * A number as people type it: what is no number (yet) stays as it was typed and is said to be wrong
 * beside the field, instead of vanishing as in a number input.
 */
export function NumberInput({
  value,
  onChange,
  min,
  max,
  step = 1,
  readOnly,
  placeholder,
  className = '',
  ...aria
}: {
  value: JsonValue | undefined
  onChange: (value: number | string | undefined) => void
  min?: number | undefined
  max?: number | undefined
  step?: number | undefined
  readOnly: boolean
  placeholder?: string | undefined
  className?: string
} & React.AriaAttributes & { id?: string }) {
  const [draft, setDraft] = useState<string | null>(null)
  // `0.0` on the way to `0.05` is the number 0, and must not lose its zero.
  const shown = draft !== null && valueOf(draft) === value ? draft : textOf(value)
  const change = (text: string) => {
    setDraft(text)
    onChange(valueOf(text))
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (direction === 0 || readOnly) return
    event.preventDefault()
    const from = typeof value === 'number' ? value : (min ?? 0) - direction * step
    change(String(stepTo({ from, by: direction * step, min, max })))
  }
  return (
    <input
      {...aria}
      autoComplete="off"
      className={`workflows-control ${className}`}
      inputMode="decimal"
      onChange={({ target }) => change(target.value)}
      onKeyDown={onKeyDown}
      placeholder={placeholder}
      readOnly={readOnly}
      type="text"
      value={shown}
    />
  )
}

/** One step further, inside the limits and without the dust of floating point. */
export function stepTo({
  from,
  by,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
}: {
  from: number
  by: number
  min?: number | undefined
  max?: number | undefined
}): number {
  return Math.min(Math.max(Number((from + by).toFixed(6)), min), max)
}

const valueOf = (text: string): number | string | undefined =>
  text.trim() === '' ? undefined : (readNumber(text) ?? text)
