'use client'

import { useId, useRef, useState } from 'react'

import { Icon } from '../../shared/Icon/index.js'
import { Menu, type MenuItem } from './Menu.js'

/** The chevron beside the main button; opens with a press, Enter or arrow down. */
export function MenuButton({
  groups,
  label,
  isPrimary,
}: {
  groups: MenuItem[][]
  label: string
  isPrimary: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  return (
    <span className="workflows-toolbar__menu">
      <button
        aria-controls={isOpen ? id : undefined}
        aria-expanded={isOpen}
        aria-haspopup="menu"
        aria-label={label}
        className={[
          'workflows-toolbar__chevron',
          isPrimary && 'workflows-toolbar__chevron--primary',
        ]
          .filter(Boolean)
          .join(' ')}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
        ref={button}
        title={label}
        type="button"
      >
        <Icon name={isPrimary ? 'chevron-down' : 'more'} />
      </button>
      {isOpen ? (
        <Menu
          groups={groups}
          id={id}
          label={label}
          onClose={() => setOpen(false)}
          opener={button}
        />
      ) : null}
    </span>
  )
}
