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
/** Text that comes in every frame cannot be read faster than this; what changes a state is shown at once. */
const TEXT_MS = 100

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

/** Hands over what came in since the last frame, all at once; text alone may wait for more of it. */
function useBatch(flush: (events: ExecutionEvent[]) => void): (event: ExecutionEvent) => void {
  const waiting = useRef<ExecutionEvent[]>([])
  const cancel = useRef<(() => void) | null>(null)
  const isUrgent = useRef(false)
  useEffect(
    () => () => {
      cancel.current?.()
      cancel.current = null
    },
    [],
  )
  return useCallback(
    (event: ExecutionEvent) => {
      waiting.current.push(event)
      const urgent = event.event !== 'token'
      if (cancel.current && (isUrgent.current || !urgent)) return
      cancel.current?.()
      isUrgent.current = urgent
      const run = () => {
        cancel.current?.()
        cancel.current = null
        flush(waiting.current.splice(0))
      }
      cancel.current = urgent ? nextFrame(run) : after(TEXT_MS, run)
    },
    [flush],
  )
}

function nextFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run)
  const stop = after(HIDDEN_MS, run)
  return () => {
    cancelAnimationFrame(frame)
    stop()
  }
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
