import type { ClientOptions, createSender } from '../createRequester.js'
import type { ExecutionDetail } from '../types.js'
import type { ConnectionState, ExecutionEvent, StreamOutcome } from './types.js'

import { networkError, WorkflowsApiError } from '../WorkflowsApiError.js'
import { streamWithEventSource } from './streamWithEventSource.js'
import { streamWithFetch } from './streamWithFetch.js'

export interface SubscribeInput {
  id: string
  /** Goes on behind this event instead of beginning with a snapshot. */
  lastEventId?: string
  onEvent: (event: ExecutionEvent) => void
  /** The subscription has ended: no such execution, no rights, or logged out. */
  onError?: (error: WorkflowsApiError) => void
  onConnection?: (state: ConnectionState) => void
}

interface Wiring {
  options: ClientOptions
  send: ReturnType<typeof createSender>
  read: (args: { id: string; signal?: AbortSignal }) => Promise<ExecutionDetail>
}

/** As design.md asks of the monitor without a stream. */
const POLL_MS = 2_000
/** Polls until the stream is tried again: half a minute. */
const POLLS = 15
/** Streams that open and tell nothing are given up after this many. */
const FRUITLESS = 3

/**
 * Follows an execution to its end: stream, reconnect from the last id, and while no stream can be had, a
 * snapshot every two seconds.
 */
export function subscribeToExecution(input: SubscribeInput & Wiring): () => void {
  const controller = new AbortController()
  void follow(input, controller.signal).catch((error: unknown) => {
    if (controller.signal.aborted) return
    input.onError?.(error instanceof WorkflowsApiError ? error : networkError())
  })
  return () => controller.abort()
}

async function follow(input: SubscribeInput & Wiring, signal: AbortSignal): Promise<void> {
  let lastEventId = input.lastEventId ?? null
  let fruitless = 0
  // EventSource does not say why it was refused; whatever follows a loss asks with fetch.
  let first = true
  const say = (state: ConnectionState) => !signal.aborted && input.onConnection?.(state)
  const onEvent = (event: ExecutionEvent) => {
    if (signal.aborted) return
    fruitless = 0
    lastEventId = event.id ?? lastEventId
    input.onEvent(event)
  }
  while (!signal.aborted) {
    // While nothing answers, trying once more is no news.
    if (fruitless < FRUITLESS - 1) say('connecting')
    const onOpen = () => say('live')
    const outcome = await stream({ ...input, first, lastEventId, onEvent, onOpen, signal })
    if (outcome === 'ended') return
    first = false
    fruitless += 1
    if (fruitless >= FRUITLESS) {
      if (await poll({ ...input, onEvent, say, signal })) return
      // One more stream is tried; if that tells nothing either, polling goes on at once.
      fruitless = FRUITLESS - 1
    } else {
      await wait(500 * 2 ** fruitless, signal)
    }
  }
}

interface Attempt extends Omit<SubscribeInput, 'lastEventId'>, Wiring {
  first: boolean
  lastEventId: string | null
  onOpen: () => void
  signal: AbortSignal
}

async function stream({
  id,
  first,
  lastEventId,
  options,
  send,
  onEvent,
  onOpen,
  signal,
}: Attempt): Promise<StreamOutcome> {
  const plain = first && !options.headers && !options.fetch && lastEventId === null
  if (plain && typeof EventSource !== 'undefined') {
    const { baseURL = '/api' } = options
    return streamWithEventSource({ id, baseURL, onOpen, onEvent, signal })
  }
  try {
    return await streamWithFetch({ id, lastEventId, send, onOpen, onEvent, signal })
  } catch (error) {
    if (isFinal(error)) throw error
    return 'lost'
  }
}

/** True when the execution has ended. */
async function poll({
  id,
  read,
  onEvent,
  say,
  signal,
}: Pick<SubscribeInput, 'id' | 'onEvent'> &
  Wiring & { say: (state: ConnectionState) => void; signal: AbortSignal }): Promise<boolean> {
  for (let round = 0; round < POLLS && !signal.aborted; round++) {
    try {
      const state = await read({ id, signal })
      say('polling')
      onEvent({ event: 'snapshot', id: String(state.seq), data: state })
      if (ENDED.has(state.status)) {
        onEvent({ event: 'end', id: String(state.seq), data: { status: state.status } })
        return true
      }
    } catch (error) {
      if (isFinal(error)) throw error
      say('offline')
    }
    await wait(POLL_MS, signal)
  }
  return false
}

const ENDED = new Set(['completed', 'failed', 'stopped'])

/** Nothing that waiting would mend. */
const isFinal = (error: unknown): boolean =>
  error instanceof WorkflowsApiError && [400, 401, 403, 404].includes(error.status)

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
