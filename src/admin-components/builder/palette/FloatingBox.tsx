'use client'

import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

import type { Point } from '../canvas/session/session.js'

import './floating.css'

/** Room to the edges of the window. */
const MARGIN = 8

/**
 * A small box over the page, at a place. Escape, a press elsewhere and leaving it by Tab close it; the
 * focus goes back to where it was, unless closing moved it.
 */
export function FloatingBox({
  at: { x, y },
  label,
  role = 'dialog',
  className,
  onClose,
  children,
}: {
  at: Point
  label: string
  role?: 'dialog' | 'menu'
  className: string
  onClose: () => void
  children: React.ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const close = useEffectEvent(onClose)

  useLayoutEffect(() => {
    const { current } = box
    if (!current) return
    const { offsetWidth: width, offsetHeight: height } = current
    const left = Math.max(MARGIN, Math.min(x, window.innerWidth - width - MARGIN))
    const top = Math.max(MARGIN, Math.min(y, window.innerHeight - height - MARGIN))
    current.style.transform = `translate(${left}px, ${top}px)`
  }, [x, y])

  useEffect(() => {
    const { current } = box
    const before = document.activeElement
    const start = current?.querySelector<HTMLElement>('input, button, [tabindex]')
    start?.focus({ preventScroll: true })
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true)
      const isLost =
        document.activeElement === document.body || current?.contains(document.activeElement)
      if (isLost && before instanceof Element && before.isConnected) focusOn(before)
    }
  }, [])

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }
  const onBlur = (event: React.FocusEvent) => {
    const { relatedTarget } = event
    if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget)) onClose()
  }
  return createPortal(
    <div
      aria-label={label}
      className={`workflows-floating ${className}`}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      ref={box}
      role={role}
    >
      {children}
    </div>,
    document.body,
  )
}

const focusOn = (element: Element) => {
  if (element instanceof HTMLElement || element instanceof SVGElement) {
    element.focus({ preventScroll: true })
  }
}
