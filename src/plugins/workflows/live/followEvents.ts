import type { EventRow } from '../db/statements/readEvents.js'
import type { JsonObject } from '../graph/types.js'
import type { StreamEvent } from './formatEvent.js'

import { eventsOf, parsePosition } from './position.js'

const ENDED = new Set(['completed', 'failed', 'stopped'])

interface Follower {
  /** Sends what is new. Cheap when nothing is; safe to call at any time. */
  look: () => Promise<void>
  /** For what has no event row: only who listens now hears of it. */
  emitLive: (event: StreamEvent) => void
}

/** Reads on from the last event that was sent; one read at a time, none lost in between. */
export function followEvents({
  lastEventId,
  snapshot,
  read,
  emit,
  end,
  fail,
}: {
  lastEventId: string | null
  snapshot: () => Promise<{ seq: number; status: string }>
  /** Event rows behind `after`, the oldest first. */
  read: (after: number) => Promise<EventRow[]>
  emit: (event: StreamEvent) => void
  end: () => void
  fail: (error: unknown) => void
}): Follower {
  /** The execution as it was when the stream began; the status moves on with the rows behind it. */
  let known: { seq: number; status: string } | null = null
  let { row: at, events: skip } = { row: -1, events: 0 }
  let looking = false
  let again = false
  let ended = false

  const begin = async () => {
    const state = await snapshot()
    const position = parsePosition(lastEventId)
    // An id that no event of this execution has had says nothing: the stream begins anew.
    const isKnown = position && position.row + Math.min(position.events, 1) <= state.seq
    at = isKnown ? position.row : state.seq
    skip = isKnown ? position.events : 0
    known = { seq: state.seq, status: state.status }
    // What the operation answers is JSON, though an interface is no index of it.
    if (!isKnown) emit({ event: 'snapshot', id: String(at), data: state as unknown as JsonObject })
    return known
  }
  const readOn = async (state: { seq: number; status: string }) => {
    for (let rows = await read(at); rows.length > 0 && !ended; rows = await read(at)) {
      for (const row of rows) {
        const events = eventsOf(row)
        for (const event of events.slice(skip < events.length ? skip : 0)) emit(event)
        skip = 0
        at = row.seq
        const last = row.data.findLast((change) => change.t === 'execution')
        // An older end may be a failure that was mended meanwhile.
        if (last && row.seq > state.seq) state.status = String(last.status)
      }
    }
  }
  const finishIfOver = ({ status }: { status: string }) => {
    if (ended || !ENDED.has(status)) return
    ended = true
    emit({ event: 'end', id: String(at), data: { status } })
    end()
  }
  return {
    look: async () => {
      if (ended) return
      if (looking) {
        again = true
        return
      }
      looking = true
      try {
        do {
          again = false
          const state = known ?? (await begin())
          await readOn(state)
          finishIfOver(state)
        } while (again && !ended)
      } catch (error) {
        fail(error)
      } finally {
        looking = false
      }
    },
    emitLive: (event) => {
      // Text that arrives behind the end is no news: the snapshot has all of it.
      if (!ended && known && !ENDED.has(known.status)) emit(event)
    },
  }
}
