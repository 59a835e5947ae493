'use client'

import { useId, useRef, useState } from 'react'

import { Icon, type IconName } from '../../shared/Icon/index.js'
import { IconButton } from '../../shared/IconButton/index.js'

export interface MenuItem {
  key: string
  icon: IconName
  label: string
  isDangerous?: boolean
  /** Why it cannot be done now; the line stays and says so. */
  disabledBecause?: string
  onSelect: () => void
}

/** A few acts behind three dots. Arrows move, Escape closes it and nothing else. */
export function Menu({ label, items: given }: { label: string; items: () => readonly MenuItem[] }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  // Asked when it opens: what can be done then may be another than now.
  const items = isOpen ? given() : []
  const buttons = () => [
    ...(root.current?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? []),
  ]
  const toggle = (next: boolean) => {
    setOpen(next)
    requestAnimationFrame(() =>
      next ? buttons()[0]?.focus() : root.current?.querySelector('button')?.focus(),
    )
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!isOpen) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      toggle(false)
    } else if (step !== 0) {
      event.preventDefault()
      const all = buttons()
      const at = all.findIndex((button) => button === document.activeElement)
      all[(at + step + all.length) % all.length]?.focus()
    }
  }
  return (
    <div
      className="workflows-panel-menu"
      onBlur={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget) || setOpen(false)
      }
      onKeyDown={onKeyDown}
      ref={root}
    >
      <IconButton
        aria-expanded={isOpen}
        aria-haspopup="menu"
        icon="more"
        label={label}
        onClick={() => toggle(!isOpen)}
      />
      {isOpen ? (
        <div aria-label={label} className="workflows-panel-menu__list" id={id} role="menu">
          {items.map(({ key, icon, label: name, isDangerous, disabledBecause, onSelect }) => (
            <button
              aria-disabled={disabledBecause === undefined ? undefined : true}
              className={`workflows-panel-menu__item${isDangerous ? ' workflows-panel-menu__item--danger' : ''}`}
              key={key}
              onClick={() => {
                if (disabledBecause !== undefined) return
                toggle(false)
                onSelect()
              }}
              role="menuitem"
              title={disabledBecause}
              tabIndex={-1}
              type="button"
            >
              <Icon name={icon} />
              {name}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
