'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'

import type { ConnectionState, ExecutionEvent } from '../../client/events/types.js'
import type { WorkflowsClient } from '../../client/createWorkflowsClient.js'
import type { ExecutionDetail } from '../../plugins/workflows/operations/executions/types.js'
import type { WorkflowsApiError } from '../../client/WorkflowsApiError.js'

import { applyEvent, startLive } from './applyEvent.js'

/** The whole detail is asked for at most this often. */
const REFETCH_MS = 500
/** After an answer that did not come. */
const AGAIN_MS = 2_000
/** Frames do not come in a hidden tab. */
const HIDDEN_MS = 500

const ENDED = new Set(['completed', 'failed', 'stopped'])
export const isOver = ({ status }: Pick<ExecutionDetail, 'status'>): boolean => ENDED.has(status)

/** An execution that keeps itself up to date: events once a frame, the rest by reading it again. */
export function useLiveExecution({
  initial,
  api,
}: {
  initial: ExecutionDetail
  api: WorkflowsClient
}) {
  const [live, setLive] = useState(() => startLive(initial))
  const [connection, setConnection] = useState<ConnectionState>('connecting')
  const [lost, setLost] = useState<WorkflowsApiError | null>(null)
  const { id } = initial
  const over = isOver(live.detail)

  const accept = useCallback((detail: ExecutionDetail) => {
    setLive((state) =>
      applyEvent(state, { event: 'snapshot', id: String(detail.seq), data: detail }),
    )
  }, [])
  const onEvent = useBatch(
    useCallback((events: ExecutionEvent[]) => {
      setLive((state) => events.reduce(applyEvent, state))
    }, []),
  )

  useEffect(() => {
    if (over) return
    return api.executions.subscribe({
      id,
      onEvent,
      onError: setLost,
      onConnection: setConnection,
    })
  }, [api, id, over, onEvent])

  const asked = useRef(0)
  const [failures, setFailures] = useState(0)
  const refetch = useEffectEvent(async () => {
    asked.current = Date.now()
    try {
      accept(await api.executions.get({ id }))
    } catch {
      asked.current = Date.now() + AGAIN_MS
      setFailures((count) => count + 1)
    }
  })
  const { stale, detail } = live
  useEffect(() => {
    if (!stale) return
    const wait = Math.max(0, asked.current + REFETCH_MS - Date.now())
    const timer = setTimeout(() => void refetch(), wait)
    return () => clearTimeout(timer)
    // A detail that is still stale after an answer is asked for again.
  }, [stale, detail, failures])

  return { live, connection, lost, accept }
}

/** Hands over what came in since the last frame, all at once. */
function useBatch<Item>(flush: (items: Item[]) => void): (item: Item) => void {
  const waiting = useRef<Item[]>([])
  const pending = useRef<{ frame: number; timer: ReturnType<typeof setTimeout> } | null>(null)
  useEffect(
    () => () => {
      if (!pending.current) return
      cancelAnimationFrame(pending.current.frame)
      clearTimeout(pending.current.timer)
      pending.current = null
    },
    [],
  )
  return useCallback(
    (item: Item) => {
      waiting.current.push(item)
      if (pending.current) return
      const run = () => {
        if (pending.current) {
          cancelAnimationFrame(pending.current.frame)
          clearTimeout(pending.current.timer)
        }
        pending.current = null
        flush(waiting.current.splice(0))
      }
      pending.current = { frame: requestAnimationFrame(run), timer: setTimeout(run, HIDDEN_MS) }
    },
    [flush],
  )
}
