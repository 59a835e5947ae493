import type { PayloadRequest } from 'payload'

import type { EventRow } from '../db/statements/readEvents.js'
import type { JsonObject } from '../graph/types.js'

import { readEvents } from '../db/statements/readEvents.js'
import { findExecution } from '../operations/executions/findExecution.js'
import { showExecution } from '../operations/executions/readExecution.js'
import { getEngine } from '../runtime/engine.js'
import { ConflictError } from '../runtime/errors.js'
import { eventHubOf } from './eventHub.js'
import { formatEvent, type StreamEvent } from './formatEvent.js'

/** api.md: a comment every 15 s, so that proxies keep the connection. */
const HEARTBEAT_MS = 15_000
/** A lost NOTIFY costs at most this. */
const LOOK_MS = 1_000
/** security.md 11. */
const MAX_STREAMS_PER_USER = 20

const openStreams = new Map<string, number>()

/**
 * Server-sent events of one execution: `snapshot` first (unless `Last-Event-ID` resumes), then `execution`,
 * `node`, `job`, `token`, and `end`. Ids are event numbers; a resumed stream loses and repeats none.
 */
export async function streamExecution({
  req,
  id,
}: {
  req: PayloadRequest
  id: unknown
}): Promise<Response> {
  const { id: exec } = await findExecution({ req, id, role: 'viewer' })
  const release = takeStream(String(req.user?.id))
  const engine = getEngine(req.payload)
  const encoder = new TextEncoder()
  let close = release
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      let closed = false
      const send = (text: string) => {
        if (!closed) controller.enqueue(encoder.encode(text))
      }
      const stop = () => {
        if (closed) return
        closed = true
        clearInterval(heartbeat)
        clearInterval(looks)
        unsubscribe()
        release()
        controller.close()
      }
      const follower = followEvents({
        lastEventId: req.headers.get('last-event-id'),
        snapshot: () => showExecution({ req, exec }),
        read: (after) => readEvents(engine.pools.relaxed, { exec, after }),
        emit: (event) => send(formatEvent(event)),
        end: stop,
        fail: (error) => {
          engine.payload.logger.debug({ err: error, msg: 'workflows: events could not be read' })
        },
      })
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS)
      const looks = setInterval(() => void follower.look(), LOOK_MS)
      const unsubscribe = eventHubOf(engine).subscribe(exec, {
        touched: () => void follower.look(),
        started: ({ node, idx, id: job }) =>
          follower.emitLive({
            event: 'job',
            data: { id: job, nodeId: node, index: idx, status: 'running' },
          }),
        token: ({ node, idx, text }) =>
          follower.emitLive({ event: 'token', data: { nodeId: node, index: idx, text } }),
      })
      close = stop
      req.signal?.addEventListener('abort', stop)
      void follower.look()
    },
    cancel: () => close(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      Connection: 'keep-alive',
      'X-Accel-Buffering': 'no',
    },
  })
}

function takeStream(user: string): () => void {
  const open = openStreams.get(user) ?? 0
  if (open >= MAX_STREAMS_PER_USER) {
    throw new ConflictError({
      code: 'too_many_streams',
      message: `At most ${MAX_STREAMS_PER_USER} live views at once. Close some tabs and try again.`,
    })
  }
  openStreams.set(user, open + 1)
  let released = false
  return () => {
    if (released) return
    released = true
    const left = (openStreams.get(user) ?? 1) - 1
    if (left > 0) openStreams.set(user, left)
    else openStreams.delete(user)
  }
}

const ENDED = new Set(['completed', 'failed', 'stopped'])

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
  read: (after: number) => Promise<EventRow[]>
  emit: (event: StreamEvent) => void
  end: () => void
  fail: (error: unknown) => void
}): { look: () => Promise<void>; emitLive: (event: StreamEvent) => void } {
  const resumed = lastEventId !== null && /^\d{1,15}$/.test(lastEventId)
  let at = resumed ? Number(lastEventId) : -1
  let looking = false
  let again = false
  let ended = false

  const begin = async () => {
    const state = await snapshot()
    at = state.seq
    emit({ event: 'snapshot', id: at, data: state as unknown as JsonObject })
    if (ENDED.has(state.status)) finish(state.status)
  }
  const finish = (status: string) => {
    if (ended) return
    ended = true
    emit({ event: 'end', id: at, data: { status } })
    end()
  }
  const readOn = async () => {
    for (let rows = await read(at); rows.length > 0 && !ended; rows = await read(at)) {
      for (const row of rows) {
        at = row.seq
        for (const event of translate(row)) emit(event)
        const last = row.data.findLast((change) => change.t === 'execution')
        if (last && ENDED.has(String(last.status))) finish(String(last.status))
      }
    }
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
          if (at < 0) await begin()
          await readOn()
          // Resumed after its end: nothing more will come.
          if (resumed && !ended) await endIfOver()
        } while (again && !ended)
      } catch (error) {
        fail(error)
      } finally {
        looking = false
      }
    },
    emitLive: (event) => {
      if (!ended && at >= 0) emit(event)
    },
  }

  async function endIfOver(): Promise<void> {
    const state = await snapshot()
    if (ENDED.has(state.status) && state.seq === at) finish(state.status)
  }
}

/** Event rows hold an array of changes; each becomes one event of the stream, the last one carries the id. */
function translate(row: EventRow): StreamEvent[] {
  const events = row.data.map((change): StreamEvent => {
    const { t, node, idx, ...rest } = change
    const data = {
      ...rest,
      ...(node !== undefined && { nodeId: node }),
      ...(idx !== undefined && { index: idx }),
      at: row.at,
    } as JsonObject
    switch (t) {
      case 'node':
        return { event: 'node', data }
      case 'job':
        return { event: 'job', data }
      default:
        return { event: 'execution', data: { kind: String(t), ...data } }
    }
  })
  const last = events.at(-1)
  if (last) last.id = row.seq
  return events
}
