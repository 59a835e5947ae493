'use client'

import { useEffect } from 'react'

import { useSession } from '../session/session.js'

/** Often enough to follow with the eye. */
const TELL_MS = 300
/** Left of a frame, ms: what follows the view is small, but is laid out and painted. */
const ENOUGH_MS = 12
/** However busy a machine is, it follows. */
const LATEST_MS = 1_000

/**
 * The view for what is drawn beside the picture: the percentage, the map's frame. While the picture moves they follow
 * now and then, in time that is left, so that on a slow machine they hardly cost it a frame.
 */
export function useShownView(): void {
  const { view, shownView, restView, isMoving } = useSession()
  useEffect(() => {
    let cancel: (() => void) | null = null
    let told = 0
    const tell = () => {
      cancel?.()
      cancel = null
      told = performance.now()
      shownView.set(view.get())
      if (!isMoving.get()) restView.set(view.get())
    }
    const tellInTime = (since: number) => {
      cancel = whenIdle((hasTime) => {
        const now = performance.now()
        if (now - since > LATEST_MS || (hasTime && now - told > TELL_MS)) tell()
        else tellInTime(since)
      })
    }
    tell()
    const stops = [
      view.subscribe(() => {
        if (cancel) return
        if (isMoving.get()) tellInTime(performance.now())
        else tell()
      }),
      isMoving.subscribe(() => {
        if (!isMoving.get()) tell()
      }),
    ]
    return () => {
      stops.forEach((stop) => stop())
      cancel?.()
    }
  }, [view, shownView, restView, isMoving])
}

/** Safari has no idle callbacks: there it is simply soon. */
function whenIdle(run: (hasTime: boolean) => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(() => run(true), TELL_MS)
    return () => clearTimeout(timer)
  }
  const idle = window.requestIdleCallback((deadline) => run(deadline.timeRemaining() >= ENOUGH_MS))
  return () => window.cancelIdleCallback(idle)
}
