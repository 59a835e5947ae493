'use client'

import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

import type { Point } from '../session/session.js'

const MARGIN = 8
/** Beside the pointer, not under it. */
const BESIDE = 12

/** Words beside a place of the window, which catch no clicks. */
export function FloatingHint({
  at: { x, y },
  className,
  children,
}: {
  at: Point
  className: string
  children: React.ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = box
    if (!current) return
    const left = Math.min(x + BESIDE, window.innerWidth - current.offsetWidth - MARGIN)
    const top = Math.min(y + BESIDE, window.innerHeight - current.offsetHeight - MARGIN)
    current.style.transform = `translate(${Math.max(MARGIN, left)}px, ${Math.max(MARGIN, top)}px)`
  }, [x, y])
  return createPortal(
    <div aria-hidden="true" className={className} ref={box}>
      {children}
    </div>,
    document.body,
  )
}
