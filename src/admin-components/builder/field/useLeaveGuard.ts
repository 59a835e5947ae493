'use client'

import { useRouter } from 'next/navigation.js'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

/**
 * Payload asks before a link or a reload loses work, but not at the browser's Back (native-views.md 4,
 * trap 4). Here the step back is taken back, and the question asked.
 */
export function useLeaveGuard({ isDirty }: { isDirty: () => boolean }): {
  isAsking: boolean
  stay: () => void
  leave: () => void
} {
  const [isAsking, setIsAsking] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const router = useRouter()
  const wanted = useRef<string | null>(null)
  const shouldAsk = useEffectEvent(() => !isLeaving && isDirty())

  useEffect(() => {
    const here = window.location.href
    let state: unknown = window.history.state
    const onPopState = (event: PopStateEvent) => {
      if (window.location.href === here) state = event.state
      else if (shouldAsk()) {
        // Before Next's own listener: it would show the other page.
        event.stopImmediatePropagation()
        // Not `forward()`: how far one went, nobody says. Next's own state, so that it knows the entry.
        wanted.current = window.location.href
        window.history.pushState(state, '', here)
        setIsAsking(true)
      }
    }
    window.addEventListener('popstate', onPopState, { capture: true })
    return () => window.removeEventListener('popstate', onPopState, { capture: true })
  }, [])

  const stay = useCallback(() => setIsAsking(false), [])
  const leave = useCallback(() => {
    setIsAsking(false)
    setIsLeaving(true)
  }, [])
  useEffect(() => {
    // By the router and not by `history.back()`: Next believes it has never left this page, and would
    // change the address but not the page.
    if (isLeaving && wanted.current) router.replace(wanted.current)
  }, [isLeaving, router])
  return { isAsking, stay, leave }
}
