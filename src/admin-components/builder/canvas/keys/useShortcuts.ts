'use client'

import { type RefObject, useEffect, useEffectEvent } from 'react'

import type { KeyActs } from './useKeyActs.js'

import { isCovered, isTyping } from './isTyping.js'

type Act = (event: KeyboardEvent) => void

/** One key. Letters by what they write, so that they work on every keyboard layout. */
const PLAIN: Record<string, keyof KeyActs> = {
  '/': 'openPalette',
  '?': 'openHelp',
  c: 'connect',
  e: 'nextEdge',
  f: 'fit',
  l: 'tidy',
  m: 'openMenu',
  n: 'addNote',
  0: 'zoomToFull',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  Delete: 'remove',
  Backspace: 'remove',
  Enter: 'open',
  Escape: 'leave',
  F2: 'rename',
  ContextMenu: 'openMenu',
  ArrowLeft: 'moveLeft',
  ArrowRight: 'moveRight',
  ArrowUp: 'moveUp',
  ArrowDown: 'moveDown',
}

/** With Ctrl, on a Mac with ⌘. */
const WITH_MOD: Record<string, keyof KeyActs> = {
  a: 'selectAll',
  d: 'duplicate',
  y: 'redo',
  z: 'undo',
  0: 'zoomToFull',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
}

/** These make sense wherever the focus is, as long as nobody types. */
const EVERYWHERE = new Set<keyof KeyActs>(['openHelp', 'openPalette', 'redo', 'undo'])

/** The keyboard of the canvas. No key is taken while somebody types or something lies over it. */
export function useShortcuts({
  canvas,
  acts,
}: {
  canvas: RefObject<HTMLElement | null>
  acts: KeyActs
}): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { current } = canvas
    const { target } = event
    if (!current || event.defaultPrevented || event.isComposing) return
    if (isTyping(target) || isCovered(current)) return
    const isInside = target instanceof Node && current.contains(target)
    const isOnBody = target === document.body
    const name = actOf(event)
    if (!name || !(isInside || isOnBody || EVERYWHERE.has(name))) return
    // A focused button has its own Enter.
    const isButton = target instanceof Element && target.closest('button, a[href]') !== null
    if (isButton && (name === 'open' || name.startsWith('walk'))) return
    // Tab belongs to the page until somebody is in the canvas.
    if (name.startsWith('walk') && !isInside) return
    const act: Act = acts[name]
    act(event)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function actOf(event: KeyboardEvent): keyof KeyActs | undefined {
  const { key, shiftKey, altKey } = event
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (event.ctrlKey || event.metaKey) {
    if (altKey) return undefined
    if (letter === 'z' && shiftKey) return 'redo'
    return WITH_MOD[letter]
  }
  if (altKey) return undefined
  if (key === 'Tab') return shiftKey ? 'walkBack' : 'walkOn'
  if (key === 'F10' && shiftKey) return 'openMenu'
  return PLAIN[letter]
}
