'use client'

import { useLayoutEffect, useRef, useState } from 'react'

/** A second of an hour's work is then some pixels wide. */
export const LARGEST_ZOOM = 32

/** How many times wider than its frame the timeline is. What is in the middle stays in the middle. */
export function useZoom() {
  const [zoom, set] = useState(1)
  const scroller = useRef<HTMLDivElement>(null)
  const middle = useRef<number | null>(null)
  const setZoom = (next: number) => {
    const frame = scroller.current
    if (frame) middle.current = (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth
    set(Math.min(Math.max(next, 1), LARGEST_ZOOM))
  }
  useLayoutEffect(() => {
    const frame = scroller.current
    if (!frame || middle.current === null) return
    frame.scrollLeft = middle.current * frame.scrollWidth - frame.clientWidth / 2
    middle.current = null
  }, [zoom])
  return { zoom, setZoom, scroller }
}
