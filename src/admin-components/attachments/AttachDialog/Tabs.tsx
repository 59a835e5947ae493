'use client'

import { useId } from 'react'

/** Two views of one dialog; the arrows go from tab to tab. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  children,
}: {
  label: string
  tabs: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
  /** The chosen one's content. */
  children: React.ReactNode
}) {
  const id = useId()
  const move = (event: React.KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const at = tabs.findIndex((tab) => tab.value === value)
    // With two tabs either arrow leads to the other one, in any reading direction.
    const next = (at + 1) % tabs.length
    const chosen = tabs[next]
    if (!chosen) return
    onChange(chosen.value)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <>
      <div aria-label={label} className="workflows-attach__tabs" onKeyDown={move} role="tablist">
        {tabs.map((tab) => (
          <button
            aria-controls={`${id}-panel`}
            aria-selected={tab.value === value}
            className="workflows-attach__tab"
            id={`${id}-${tab.value}`}
            key={tab.value}
            onClick={() => onChange(tab.value)}
            role="tab"
            tabIndex={tab.value === value ? 0 : -1}
            type="button"
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        aria-labelledby={`${id}-${value}`}
        className="workflows-attach__panel"
        id={`${id}-panel`}
        role="tabpanel"
      >
        {children}
      </div>
    </>
  )
}
