'use client'

import { useEffectEvent, useLayoutEffect } from 'react'

/** One key each; never while one types, nor with a modifier, nor under a dialog. */
export function useReviewKeys(keys: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(TYPING)) return
    const act = keys[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  })
  // Before it is painted: who sees the review may press at once.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"]'
