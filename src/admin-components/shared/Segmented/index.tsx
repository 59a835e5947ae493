'use client'

import './index.css'

export interface Segment<Value extends string> {
  value: Value
  label: string
}

/** One of a few, all of them seen at once. Arrow keys choose, as in any group of radio buttons. */
export function Segmented<Value extends string>({
  label,
  segments,
  value,
  onChange,
}: {
  label: string
  segments: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  const move = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const rtl = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
    const at = segments.findIndex((segment) => segment.value === value)
    const next = (at + step * rtl + segments.length) % segments.length
    const chosen = segments[next]
    if (!chosen) return
    onChange(chosen.value)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div aria-label={label} className="workflows-segmented" onKeyDown={move} role="radiogroup">
      {segments.map((segment) => (
        <button
          aria-checked={segment.value === value}
          className="workflows-segmented__item"
          key={segment.value}
          onClick={() => onChange(segment.value)}
          role="radio"
          tabIndex={segment.value === value ? 0 : -1}
          type="button"
        >
          {segment.label}
        </button>
      ))}
    </div>
  )
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }
