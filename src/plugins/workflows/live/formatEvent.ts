import type { JsonObject } from '../graph/types.js'

export interface StreamEvent {
  event: 'snapshot' | 'execution' | 'node' | 'job' | 'token' | 'end'
  /** Where a stream goes on that is resumed with it (position.ts); absent = told once, to who listens. */
  id?: string
  data: JsonObject
}

/** One message of the event stream format (HTML standard, 9.2). JSON has no line breaks of its own. */
export function formatEvent({ event, id, data }: StreamEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
