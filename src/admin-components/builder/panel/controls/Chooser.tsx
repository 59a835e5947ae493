'use client'

import { useState } from 'react'

import { Icon, type IconName } from '../../../shared/Icon/index.js'
import { useWorkflowsTranslation } from '../../../shared/useWorkflowsTranslation.js'
import '../../../launch/chooser.css'

export interface Choice {
  id: string
  label: string
  aside?: string
}

/** Several of many, as chips; the box searches. Backspace in the empty box gives the last one back. */
export function Chooser({
  icon,
  chosen,
  options,
  search,
  onSearch,
  onAdd,
  onRemove,
  placeholder,
  emptyWords,
  readOnly,
  ...aria
}: {
  icon: IconName
  chosen: readonly Choice[]
  /** Null while they are being looked for. */
  options: readonly Choice[] | null
  search: string
  onSearch: (search: string) => void
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  placeholder: string
  emptyWords: string
  readOnly: boolean
} & React.AriaAttributes & { id: string }) {
  const { t } = useWorkflowsTranslation()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const { id } = aria
  const taken = new Set(chosen.map((choice) => choice.id))
  const found = (options ?? []).filter((option) => !taken.has(option.id))
  const current = found[Math.min(at, found.length - 1)]
  const add = (choice: Choice) => {
    onAdd(choice.id)
    onSearch('')
    setAt(0)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt(isOpen ? (at + step + found.length) % Math.max(found.length, 1) : 0)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen && current) add(current)
    } else if (event.key === 'Backspace' && search === '' && !readOnly) {
      const last = chosen.at(-1)
      if (last) onRemove(last.id)
    }
  }
  return (
    <div className="workflows-chooser">
      <div className="workflows-control workflows-chooser__box">
        {chosen.map((choice) => (
          <span className="workflows-chip" key={choice.id}>
            <Icon name={icon} size={12} />
            <span className="workflows-chip__text">{choice.label}</span>
            {readOnly ? null : (
              <button
                aria-label={t('panel:removeNamed', { name: choice.label })}
                onClick={() => onRemove(choice.id)}
                type="button"
              >
                <Icon name="x" size={12} />
              </button>
            )}
          </span>
        ))}
        {readOnly && chosen.length > 0 ? null : (
          <input
            {...aria}
            aria-activedescendant={isOpen && current ? `${id}-${current.id}` : undefined}
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-expanded={isOpen}
            autoComplete="off"
            className="workflows-chooser__input"
            onBlur={() => setOpen(false)}
            onChange={({ target }) => {
              onSearch(target.value)
              setAt(0)
              setOpen(true)
            }}
            onClick={() => setOpen(!readOnly)}
            onKeyDown={onKeyDown}
            placeholder={placeholder}
            readOnly={readOnly}
            role="combobox"
            type="text"
            value={search}
          />
        )}
        {readOnly ? null : <Icon name="plus" />}
      </div>
      <ul
        className="workflows-chooser__list"
        hidden={!isOpen || options === null}
        id={`${id}-list`}
        role="listbox"
      >
        {found.map((option) => (
          <li
            aria-selected={option === current}
            id={`${id}-${option.id}`}
            key={option.id}
            // Before the box loses its focus, which would close the list under the pointer.
            onMouseDown={(event) => {
              event.preventDefault()
              add(option)
            }}
            role="option"
          >
            <Icon name={icon} />
            <span className="workflows-combo__label">{option.label}</span>
            {option.aside ? <span className="workflows-combo__note">{option.aside}</span> : null}
          </li>
        ))}
        {found.length === 0 ? (
          <li aria-disabled="true" aria-selected="false" role="option">
            {emptyWords}
          </li>
        ) : null}
      </ul>
    </div>
  )
}
