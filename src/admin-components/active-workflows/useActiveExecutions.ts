'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type {
  ExecutionList,
  ExecutionSummary,
  Health,
  ListedExecution,
  ReviewList,
} from '../../client/types.js'

import { createRequester } from '../../client/createRequester.js'
import { REVIEWS_SHOWN } from '../reviews/shown.js'

/** Often enough for a badge, and for a panel that is being looked at (ui.md, «Active workflows»). */
const BADGE_MS = 5_000
const PANEL_MS = 2_000
/** More than anybody reads in a panel; the executions page has them all. */
const MOST = 50

const NO_REVIEWS: ReviewList = { docs: [], totalDocs: 0, page: 1, limit: REVIEWS_SHOWN }

/** The list that the badge and the panel show, asked for while the page is visible. */
export function useActiveExecutions({
  baseURL,
  enabled,
  isOpen,
}: {
  baseURL: string
  enabled: boolean
  isOpen: boolean
}) {
  const [active, setActive] = useState<ListedExecution[] | null>(null)
  const [reviews, setReviews] = useState<ReviewList | null>(null)
  const [health, setHealth] = useState<Health | null>(null)
  /** Launched here and not in any list yet. */
  const fresh = useRef(new Map<string, ExecutionSummary>())

  const refresh = useCallback(async () => {
    const request = createRequester({ baseURL })
    const query = { status: 'pending,running,paused', sort: '-createdAt', limit: MOST }
    const known = new Set(fresh.current.keys())
    const list = await request<ExecutionList>({ path: '/workflows/executions', query }).catch(
      () => null,
    )
    // A request that fails leaves what was known; the next one is seconds away.
    if (!list) return
    // What was launched before this was asked is in the answer, or is over already.
    for (const id of known) fresh.current.delete(id)
    setActive([...fresh.current.values(), ...list.docs])
    // What waits for somebody is in an execution that is not over.
    if (list.docs.length === 0) {
      setReviews(NO_REVIEWS)
      return
    }
    const [waiting, state] = await Promise.all([
      request<ReviewList>({ path: '/workflows/reviews', query: { limit: REVIEWS_SHOWN } }).catch(
        () => null,
      ),
      request<Health>({ path: '/workflows/health' }).catch(() => null),
    ])
    if (waiting) setReviews(waiting)
    setHealth(state)
  }, [baseURL])

  const show = useCallback((execution: ExecutionSummary) => {
    fresh.current.set(execution.id, execution)
    setActive((known) => [execution, ...(known ?? []).filter(({ id }) => id !== execution.id)])
  }, [])

  useEffect(() => {
    if (!enabled) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const next = async () => {
      if (document.visibilityState === 'visible') await refresh()
      if (!stopped) timer = setTimeout(() => void next(), isOpen ? PANEL_MS : BADGE_MS)
    }
    const wake = () => {
      if (document.visibilityState !== 'visible') return
      clearTimeout(timer)
      void next()
    }
    void next()
    document.addEventListener('visibilitychange', wake)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [enabled, isOpen, refresh])

  return {
    active: enabled ? active : null,
    reviews: enabled ? reviews : null,
    health,
    refresh,
    show,
  }
}
