'use client'

import { useRef, useState } from 'react'

import { Icon } from '../../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'

export interface ComboOption {
  value: string
  label: string
  /** Under the title of its group, where the whole name would say the group twice. */
  shortLabel?: string
  /** At the end of the line, muted. */
  aside?: string
}

export interface ComboGroup {
  title: string
  options: readonly ComboOption[]
}

/** More than this nobody scrolls through; typing narrows it. */
const SHOWN = 100

/**
 * One of many, found by typing. `chip` shows the choice as a variable; `free` takes any text. Arrows walk
 * the list, Enter takes, Escape closes the list and nothing else.
 */
export function Combobox({
  value,
  label,
  groups,
  onChange,
  free = false,
  chip = false,
  isWrong = false,
  aside,
  placeholder,
  readOnly,
  ...aria
}: {
  value: string
  /** What the value is called. */
  label: string
  groups: readonly ComboGroup[]
  onChange: (value: string) => void
  free?: boolean
  chip?: boolean
  isWrong?: boolean
  aside?: string | undefined
  placeholder?: string | undefined
  readOnly: boolean
} & React.AriaAttributes & { id: string }) {
  const { t } = useWorkflowsTranslation()
  const [search, setSearch] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const words = (search ?? '').trim().toLowerCase()
  const found = groups
    .map(({ title, options }) => ({
      title,
      options: options.filter((option) => matches({ option, title, words })).slice(0, SHOWN),
    }))
    .filter(({ options }) => options.length > 0)
  const flat = found.flatMap(({ options }) => options)
  // A free text is not replaced by the first line of the list: there nothing is marked before an arrow.
  const current = at < 0 ? undefined : flat[Math.min(at, flat.length - 1)]
  const close = () => {
    setOpen(false)
    setSearch(null)
  }
  const open = () => {
    if (readOnly || isOpen) return
    setOpen(true)
    const known = groups.flatMap(({ options }) => options).findIndex((one) => one.value === value)
    setAt(free ? known : Math.max(0, known))
  }
  const take = (option: ComboOption) => {
    onChange(option.value)
    close()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return open()
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next = wrap({ from: Math.min(at, flat.length - 1), step, length: flat.length })
      setAt(next)
      list.current?.querySelectorAll('[data-option]')[next]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen && current) take(current)
      else close()
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  const { id } = aria
  const shown = search ?? (free ? value : label)
  const isChip = chip && search === null && value !== ''
  return (
    <div className={`workflows-combo${isChip ? ' workflows-combo--chip' : ''}`}>
      <input
        {...aria}
        aria-activedescendant={isOpen && current ? optionId(id, current.value) : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-expanded={isOpen}
        autoComplete="off"
        className="workflows-control workflows-combo__input"
        onBlur={close}
        onChange={({ target }) => {
          setSearch(target.value)
          setAt(free ? -1 : 0)
          setOpen(true)
          if (free) onChange(target.value)
        }}
        onClick={open}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        readOnly={readOnly}
        role="combobox"
        spellCheck={false}
        type="text"
        value={shown}
      />
      {isChip ? (
        <span
          aria-hidden="true"
          className={`workflows-combo__chip workflows-variable${isWrong ? ' workflows-variable--wrong' : ''}`}
        >
          {label}
        </span>
      ) : null}
      {aside && !isOpen ? <span className="workflows-combo__aside">{aside}</span> : null}
      <Icon className="workflows-combo__arrow" name="chevron-down" />
      {isOpen ? (
        <ul className="workflows-combo__list" id={`${id}-list`} ref={list} role="listbox">
          {found.map(({ title, options }, group) => (
            <li key={`${title}-${group}`} role="presentation">
              {title ? <p className="workflows-combo__group">{title}</p> : null}
              <ul aria-label={title || undefined} role="group">
                {options.map((option) => (
                  <li
                    aria-selected={option === current}
                    data-option=""
                    id={optionId(id, option.value)}
                    key={option.value}
                    // Before the box loses its focus, which would close the list under the pointer.
                    onMouseDown={(event) => {
                      event.preventDefault()
                      take(option)
                    }}
                    role="option"
                  >
                    <span className={chip ? 'workflows-variable' : 'workflows-combo__label'}>
                      {option.shortLabel ?? option.label}
                    </span>
                    {option.aside ? (
                      <span className="workflows-combo__note">{option.aside}</span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          {flat.length === 0 ? (
            <li aria-disabled="true" aria-selected="false" role="option">
              {t(free ? 'panel:useAsTyped' : 'panel:nothingFits')}
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  )
}

const wrap = ({ from, step, length }: { from: number; step: number; length: number }): number =>
  from < 0 ? (step > 0 ? 0 : length - 1) : (from + step + length) % Math.max(length, 1)

const optionId = (id: string, value: string): string =>
  `${id}-${value.replace(/[^\w-]/g, (sign) => `_${sign.charCodeAt(0)}`)}`

/** Every word somewhere in the name, the value or the group. */
function matches({
  option,
  title,
  words,
}: {
  option: ComboOption
  title: string
  words: string
}): boolean {
  const text = `${title} ${option.label} ${option.value}`.toLowerCase()
  return words.split(/\s+/).every((word) => text.includes(word))
}
