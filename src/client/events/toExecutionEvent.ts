import type { StreamMessage } from './parseEventStream.js'
import type { ExecutionEvent } from './types.js'

export const EVENT_NAMES = ['snapshot', 'execution', 'node', 'job', 'token', 'end'] as const

const KNOWN = new Set<string>(EVENT_NAMES)

/** Null for events this client does not know yet and for data that is no JSON. */
export function toExecutionEvent({ event, id, data }: StreamMessage): ExecutionEvent | null {
  if (!KNOWN.has(event)) return null
  try {
    // The server's own shapes; live/streamExecution.ts writes them.
    return { event, id, data: JSON.parse(data) as unknown } as ExecutionEvent
  } catch {
    return null
  }
}
