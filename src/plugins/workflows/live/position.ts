import type { EventRow } from '../db/statements/readEvents.js'
import type { JsonObject } from '../graph/types.js'
import type { StreamEvent } from './formatEvent.js'

/** Behind event row `row`, and behind the first `events` events of the row after it. */
export interface StreamPosition {
  row: number
  events: number
}

/**
 * `12` is behind row 12, `12.003` behind the third event of row 13 as well: a row holds several events, and a
 * connection may break between two of them. As numbers the ids grow.
 */
export function parsePosition(id: string | null): StreamPosition | null {
  const found = /^(\d{1,15})(?:\.(\d{3,6}))?$/.exec(id ?? '')
  return found ? { row: Number(found[1]), events: Number(found[2] ?? 0) } : null
}

/** Event rows hold an array of changes; each becomes one event of the stream with an id of its own. */
export function eventsOf({ seq, at, data: changes }: EventRow): StreamEvent[] {
  return changes.map((change, index): StreamEvent => {
    const { t, node, idx, ...rest } = change
    const data = {
      ...rest,
      ...(node !== undefined && { nodeId: node }),
      ...(idx !== undefined && { index: idx }),
      at,
    } as JsonObject
    const number = index + 1
    const id =
      number === changes.length ? String(seq) : `${seq - 1}.${String(number).padStart(3, '0')}`
    if (t === 'node' || t === 'job') return { event: t, id, data }
    return { event: 'execution', id, data: { kind: String(t), ...data } }
  })
}
