'use client'

import { ViewportPortal } from '@xyflow/react'
import { useEffect, useRef } from 'react'

import type { Guide } from '../session/session.js'

import { useSession } from '../session/session.js'

/** Start, middle and end in both directions; alignGuides.ts never finds more. */
const MOST = 6

/**
 * Thin lines through what a dragged card stands in line with. They are always there and only shown:
 * Payload's style sheet has `body:has(.drag-overlay) *`, so that anything put into the page during a drag
 * makes the browser style all of it again.
 */
export function Guides() {
  const session = useSession()
  const lines = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = () => {
      const guides = session.guides.get()
      const elements = lines.current?.children ?? []
      for (const [at, element] of [...elements].entries()) {
        if (element instanceof HTMLElement) element.style.cssText = styleOf(guides[at])
      }
    }
    place()
    return session.guides.subscribe(place)
  }, [session])
  return (
    <ViewportPortal>
      <div ref={lines}>
        {Array.from({ length: MOST }, (_, at) => (
          <div className="workflows-guide" key={at} />
        ))}
      </div>
    </ViewportPortal>
  )
}

function styleOf(guide: Guide | undefined): string {
  if (!guide) return ''
  const { axis, at, from, to } = guide
  const [left, top] = axis === 'x' ? [at, from] : [from, at]
  // Scaled, because a size would lay out all cards again.
  const size = axis === 'x' ? `1, ${to - from}` : `${to - from}, 1`
  return `visibility: visible; transform: translate(${left}px, ${top}px) scale(${size})`
}
