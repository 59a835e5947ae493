'use client'

import { Link } from '@payloadcms/ui'
import { Fragment, useEffect, useEffectEvent, useRef } from 'react'

import { Icon, type IconName } from '../../shared/Icon/index.js'

export interface MenuItem {
  key: string
  label: string
  icon?: IconName
  /** Why it cannot be chosen now; it stays reachable, so that this can be read. */
  disabled?: string | null
  isDangerous?: boolean
  /** An address of its own; what is not saved is asked about by the page. */
  href?: string
  onChoose?: () => void
}

/** A menu under its button: arrows walk, Escape and a press beside it close it. */
export function Menu({
  id,
  label,
  groups,
  opener,
  onClose,
}: {
  id: string
  label: string
  groups: MenuItem[][]
  /** Gets the focus back. */
  opener: React.RefObject<HTMLElement | null>
  onClose: () => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
  const close = useEffectEvent(onClose)

  useEffect(() => {
    items()[0]?.focus()
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node)) return
      if (list.current?.contains(target) || opener.current?.contains(target)) return
      close()
    }
    document.addEventListener('pointerdown', onPress, true)
    return () => document.removeEventListener('pointerdown', onPress, true)
  }, [opener])

  const leave = () => {
    onClose()
    opener.current?.focus()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    } else if (event.key === 'Tab') onClose()
    else if (next !== undefined) {
      event.preventDefault()
      all[(next + all.length) % all.length]?.focus()
    }
    // Letters are for the canvas only while nothing is open.
    event.stopPropagation()
  }

  return (
    <div
      aria-label={label}
      className="workflows-toolmenu"
      id={id}
      onKeyDown={onKeyDown}
      ref={list}
      role="menu"
    >
      {groups
        .filter((group) => group.length > 0)
        .map((group, at) => (
          <Fragment key={group[0]?.key}>
            {at > 0 ? <div className="workflows-toolmenu__line" role="separator" /> : null}
            {group.map((item) => (
              <Item item={item} key={item.key} leave={leave} />
            ))}
          </Fragment>
        ))}
    </div>
  )
}

function Item({ item, leave }: { item: MenuItem; leave: () => void }) {
  const { label, icon, href, disabled } = item
  const className = [
    'workflows-toolmenu__item',
    item.isDangerous && 'workflows-toolmenu__item--danger',
  ]
    .filter(Boolean)
    .join(' ')
  const words = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {label}
    </>
  )
  if (href && !disabled) {
    return (
      <Link className={className} href={href} prefetch={false} role="menuitem" tabIndex={-1}>
        {words}
      </Link>
    )
  }
  return (
    <button
      aria-disabled={disabled ? true : undefined}
      className={className}
      onClick={() => {
        if (disabled) return
        leave()
        item.onChoose?.()
      }}
      role="menuitem"
      tabIndex={-1}
      title={disabled ?? undefined}
      type="button"
    >
      {words}
    </button>
  )
}
