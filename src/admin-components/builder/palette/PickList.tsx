'use client'

import { Fragment, useId, useRef } from 'react'

import { Icon } from '../../shared/Icon/index.js'
import { NodeTile } from '../../flow/NodeTile/index.js'
import { moveInList } from './moveInList.js'

export interface PickEntry {
  key: string
  type: string
  label: string
  description: string
}

export interface PickGroup {
  key: string
  label: string
  entries: PickEntry[]
}

/** A list to choose from by click, by Enter, and by the arrow keys; with a search field above. */
export function PickList({
  groups,
  search,
  onSearch,
  onPick,
  onCarry,
  placeholder,
  empty,
  hint,
  autoFocus = false,
  className,
}: {
  groups: PickGroup[]
  search: string
  onSearch: (search: string) => void
  onPick: (entry: PickEntry) => void
  /** Makes the entries something to drag. */
  onCarry?: (event: React.PointerEvent<HTMLButtonElement>, entry: PickEntry) => void
  placeholder: string
  empty: string
  /** The key that leads to the field. */
  hint?: string
  autoFocus?: boolean
  className: string
}) {
  const root = useRef<HTMLDivElement>(null)
  const headings = useId()
  const onKeyDown = (event: React.KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement
    const first = groups[0]?.entries[0]
    if (isField && event.key === 'Enter') {
      // Enter in an input submits Payload's form, and that publishes.
      event.preventDefault()
      if (first) onPick(first)
      return
    }
    if (moveInList({ root: root.current, key: event.key, isField })) event.preventDefault()
  }
  return (
    <div className={`workflows-pick ${className}`} onKeyDown={onKeyDown} ref={root}>
      <label className="workflows-pick__search">
        <Icon name="search" />
        <input
          aria-keyshortcuts={hint}
          aria-label={placeholder}
          data-autofocus={autoFocus ? '' : undefined}
          onChange={(event) => onSearch(event.target.value)}
          placeholder={placeholder}
          type="search"
          value={search}
        />
        {hint && search === '' ? (
          <kbd aria-hidden="true" className="workflows-kbd">
            {hint}
          </kbd>
        ) : null}
      </label>
      <div className="workflows-pick__list">
        {groups.length === 0 ? <p className="workflows-pick__empty">{empty}</p> : null}
        {groups.map((group) => (
          <Fragment key={group.key}>
            <div className="workflows-pick__heading" id={`${headings}-${group.key}`}>
              {group.label}
            </div>
            <ul aria-labelledby={`${headings}-${group.key}`} className="workflows-pick__group">
              {group.entries.map((entry) => (
                <li key={entry.key}>
                  <button
                    className="workflows-pick__entry"
                    data-pick={entry.key}
                    onClick={() => onPick(entry)}
                    onPointerDown={onCarry && ((event) => onCarry(event, entry))}
                    title={entry.description}
                    type="button"
                  >
                    <NodeTile type={entry.type} />
                    <span className="workflows-pick__label">{entry.label}</span>
                    {onCarry ? <Icon className="workflows-pick__grip" name="drag" /> : null}
                  </button>
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
    </div>
  )
}
