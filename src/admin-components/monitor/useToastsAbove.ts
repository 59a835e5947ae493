'use client'

import { useEffect, type RefObject } from 'react'

/** Read by MonitorClient's styles; a bar has one or two rows of buttons. */
const HEIGHT = '--workflows-bar-height'

/** Payload's toasts are at the bottom of a phone: they would cover for seconds the buttons that one has just used. */
export function useToastsAbove(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const { style } = document.documentElement
    const observer = new ResizeObserver(() =>
      style.setProperty(HEIGHT, `${current.getBoundingClientRect().height}px`),
    )
    observer.observe(current)
    return () => {
      observer.disconnect()
      style.removeProperty(HEIGHT)
    }
  }, [bar])
}
