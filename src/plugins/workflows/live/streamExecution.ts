import type { PayloadRequest } from 'payload'

import { readEvents } from '../db/statements/readEvents.js'
import { findExecution } from '../operations/executions/findExecution.js'
import { showExecution } from '../operations/executions/readExecution.js'
import { getEngine } from '../runtime/engine.js'
import { ConflictError } from '../runtime/errors.js'
import { eventHubOf } from './eventHub.js'
import { followEvents } from './followEvents.js'
import { formatEvent } from './formatEvent.js'
import { mayStillWatch } from './mayStillWatch.js'

/** api.md: a comment every 15 s, so that proxies keep the connection; as often the right to listen is asked again. */
const HEARTBEAT_MS = 15_000
/** A lost NOTIFY costs at most this. */
const LOOK_MS = 1_000
/** security.md 11. */
const MAX_STREAMS_PER_USER = 20

const openStreams = new Map<string, number>()

/**
 * Server-sent events of one execution: `snapshot` first (unless `Last-Event-ID` resumes), then `execution`,
 * `node`, `job`, `token`, and `end`. A resumed stream loses and repeats nothing that has an id. It is closed when the
 * listener may no longer see the execution; coming back, they are refused.
 */
export async function streamExecution({
  req,
  id,
  heartbeatMs = HEARTBEAT_MS,
}: {
  req: PayloadRequest
  id: unknown
  heartbeatMs?: number
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
      const leave = () => {
        closed = true
        clearInterval(heartbeat)
        clearInterval(looks)
        unsubscribe()
        release()
      }
      const stop = () => {
        if (closed) return
        leave()
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
      const beat = async () => {
        send(': still here\n\n')
        if (!(await mayStillWatch({ req, exec }))) stop()
      }
      const heartbeat = setInterval(() => void beat(), heartbeatMs)
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
      // A cancelled stream is closed already; closing it again would throw.
      close = leave
      req.signal?.addEventListener('abort', stop)
      if (req.signal?.aborted) stop()
      else void follower.look()
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
