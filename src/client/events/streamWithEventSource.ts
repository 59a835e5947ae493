import type { ExecutionEvent, StreamOutcome } from './types.js'

import { executionPath } from '../executions.js'
import { EVENT_NAMES, toExecutionEvent } from './toExecutionEvent.js'

/** How long the browser may try to come back by itself. */
const RECONNECT_MS = 8_000

/** The browser's own stream: reconnects with the last id, and shares the connection limits of HTTP/2. */
export function streamWithEventSource({
  id,
  baseURL,
  onOpen,
  onEvent,
  signal,
}: {
  id: string
  baseURL: string
  onOpen: () => void
  onEvent: (event: ExecutionEvent) => void
  signal: AbortSignal
}): Promise<StreamOutcome> {
  return new Promise((resolve) => {
    const source = new EventSource(`${baseURL}${executionPath(id, '/events')}`, {
      withCredentials: true,
    })
    let patience: ReturnType<typeof setTimeout> | undefined
    const finish = (outcome: StreamOutcome) => {
      clearTimeout(patience)
      source.close()
      signal.removeEventListener('abort', abort)
      resolve(outcome)
    }
    const abort = () => finish('ended')
    signal.addEventListener('abort', abort)
    source.onopen = () => {
      clearTimeout(patience)
      patience = undefined
      onOpen()
    }
    source.onerror = () => {
      // Closed: refused, and EventSource does not say why. Else it tries again by itself.
      if (source.readyState === EventSource.CLOSED) finish('lost')
      else patience ??= setTimeout(() => finish('lost'), RECONNECT_MS)
    }
    for (const name of EVENT_NAMES) {
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        const event = toExecutionEvent({ event: name, id: lastEventId || null, data })
        if (event) onEvent(event)
        if (event?.event === 'end') finish('ended')
      })
    }
  })
}
