'use client'

import { useId } from 'react'

export interface Tab<Key extends string> {
  key: Key
  label: string
  count?: number
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** Tabs with a panel below; arrows move between them. */
export function Tabs<Key extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
}: {
  label: string
  tabs: Tab<Key>[]
  value: Key
  onChange: (key: Key) => void
  children: React.ReactNode
}) {
  const id = useId()
  const move = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = (tabs.findIndex(({ key }) => key === value) + step + tabs.length) % tabs.length
    const next = tabs[at]
    if (!next) return
    onChange(next.key)
    event.currentTarget.querySelectorAll('button')[at]?.focus()
  }
  return (
    <>
      <div aria-label={label} className="workflows-tabs" onKeyDown={move} role="tablist">
        {tabs.map(({ key, label: name, count }) => (
          <button
            aria-controls={`${id}-panel`}
            aria-selected={key === value}
            className="workflows-tabs__tab"
            id={`${id}-${key}`}
            key={key}
            onClick={() => onChange(key)}
            role="tab"
            tabIndex={key === value ? 0 : -1}
            type="button"
          >
            {name}
            {count ? <span className="workflows-tabs__count">{count}</span> : null}
          </button>
        ))}
      </div>
      <div
        aria-labelledby={`${id}-${value}`}
        className="workflows-tabs__panel"
        id={`${id}-panel`}
        role="tabpanel"
        tabIndex={0}
      >
        {children}
      </div>
    </>
  )
}
