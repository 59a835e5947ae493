import type { createSender } from '../createRequester.js'
import type { ExecutionEvent, StreamOutcome } from './types.js'

import { errorFromAnswer } from '../WorkflowsApiError.js'
import { executionPath } from '../executions.js'
import { createEventStreamParser } from './parseEventStream.js'
import { toExecutionEvent } from './toExecutionEvent.js'

/**
 * Reads the stream with fetch: the only way that can send headers and a first `Last-Event-ID`.
 * @throws WorkflowsApiError when the server refuses.
 */
export async function streamWithFetch({
  id,
  lastEventId,
  send,
  onOpen,
  onEvent,
  signal,
}: {
  id: string
  lastEventId: string | null
  send: ReturnType<typeof createSender>
  onOpen: () => void
  onEvent: (event: ExecutionEvent) => void
  signal: AbortSignal
}): Promise<StreamOutcome> {
  const response = await send({
    path: executionPath(id, '/events'),
    headers: {
      Accept: 'text/event-stream',
      ...(lastEventId !== null && { 'Last-Event-ID': lastEventId }),
    },
    signal,
  })
  if (!response.ok || !response.body) {
    throw errorFromAnswer(response.status, await response.json().catch(() => undefined))
  }
  onOpen()
  const parse = createEventStreamParser()
  const decoder = new TextDecoder()
  const reader = response.body.getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      for (const message of parse(decoder.decode(piece.value, { stream: true }))) {
        const event = toExecutionEvent(message)
        if (event) onEvent(event)
        if (event?.event === 'end') return 'ended'
      }
    }
  } catch {
    // Cut off in the middle; the caller goes on from the last id.
  } finally {
    void reader.cancel().catch(() => undefined)
  }
  return 'lost'
}
