'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'

import { useSession } from '../session/session.js'

/** Left of a frame, ms: what follows the view is small, but is laid out and painted. */
const ENOUGH_MS = 8
/** However busy a machine is, it follows. */
const LATEST_MS = 500

/**
 * The view for all that is drawn by it but the picture itself: the percentage, the map's frame, widths of lines. While
 * the picture moves they follow in time that is left, so that on a slow machine they never cost it a frame.
 */
export function useShownView(): void {
  const { shownView, isMoving } = useSession()
  const flow = useStoreApi()
  useEffect(() => {
    let cancel: (() => void) | null = null
    const tell = () => {
      cancel?.()
      cancel = null
      shownView.set(flow.getState().transform)
    }
    const tellInTime = (since: number) => {
      cancel = whenIdle((hasTime) => {
        if (hasTime || performance.now() - since > LATEST_MS) tell()
        else tellInTime(since)
      })
    }
    tell()
    const stops = [
      flow.subscribe(({ transform }) => {
        if (transform === shownView.get() || cancel) return
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
  }, [flow, shownView, isMoving])
}

/** Safari has no idle callbacks: there it is simply soon. */
function whenIdle(run: (hasTime: boolean) => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(() => run(true), 100)
    return () => clearTimeout(timer)
  }
  const idle = window.requestIdleCallback((deadline) => run(deadline.timeRemaining() >= ENOUGH_MS))
  return () => window.cancelIdleCallback(idle)
}
