import type { JsonObject } from '../graph/types.js'

export interface StreamEvent {
  event: 'snapshot' | 'execution' | 'node' | 'job' | 'token' | 'end'
  /** Number of the event row; a stream resumed with it goes on behind the whole row. */
  id?: number
  data: JsonObject
}

/** One message of the event stream format (HTML standard, 9.2). JSON has no line breaks of its own. */
export function formatEvent({ event, id, data }: StreamEvent): string {
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
}
