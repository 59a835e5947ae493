import type { Readable } from 'node:stream'

import { ProviderError } from '../../runtime/errors.js'
import { createCallTimers, type CallTimers, type TimerName } from './callTimers.js'
import { sendRequest } from './sendRequest.js'
import { wrapErrorBody } from './wrapErrorBody.js'

/** Bytes of one answer after unpacking: security.md, fault-catalogue.md A04 and A05. */
export const MAX_ANSWER_BYTES = 50_000_000

/** A `Response` of these may have no body. */
const BODILESS = [204, 205, 304]

/** Why nothing may read on after the call. Nobody does: it is only ever seen in a debugger. */
const ENDED = new Error('The call has ended.')

export interface CallLimits {
  firstByteMs: number
  idleMs: number
  totalMs: number
  /** @default MAX_ANSWER_BYTES */
  maxBytes?: number
}

export interface GuardedFetch {
  fetch: typeof globalThis.fetch
  /** Aborts with the caller's signal and at a limit. For one call only, so nothing piles up on the caller's. */
  signal: AbortSignal
  /** What ended the call, a limit or `beforeSend`: the SDK hides it behind errors of its own, or behind silence. */
  tripped: () => Error | null
  /** Stops timers and cuts the connection if something is still open. */
  dispose: () => void
}

/**
 * A `fetch` for one HTTP call that ends it at its limits or when `signal` aborts, whatever is reading.
 * Follows no redirect: the key must not travel to another address.
 */
export function createGuardedFetch({
  limits,
  host,
  signal,
  beforeSend = () => undefined,
}: {
  limits: CallLimits
  host: string
  signal: AbortSignal
  /** See `ProviderCall`: throws when the request must not leave any more. */
  beforeSend?: (() => void) | undefined
}): GuardedFetch {
  const controller = new AbortController()
  const either = AbortSignal.any([signal, controller.signal])
  const timers = createCallTimers((name, milliseconds) => {
    trip(tooSlow({ host, name, milliseconds }))
  })
  let tripped: Error | null = null

  function trip(error: Error): Error {
    tripped ??= error
    controller.abort(tripped)
    return tripped
  }

  function countBytes(limit: number): (bytes: number) => void {
    let total = 0
    return (bytes) => {
      total += bytes
      if (total > limit) throw trip(tooLarge({ host, limit }))
    }
  }

  return {
    signal: either,
    tripped: () => tripped,
    dispose: () => {
      timers.clear()
      // With a reason of ours: else one is made, stack and all, for every call that ended well.
      controller.abort(ENDED)
    },
    fetch: async (input, init) => {
      timers.start('total', limits.totalMs)
      timers.start('read', limits.firstByteMs)
      const { body, status, ...answer } = await sendRequest({
        url: String(input),
        method: init?.method ?? 'GET',
        headers: new Headers(init?.headers),
        text: readText(init?.body),
        signal: init?.signal ? AbortSignal.any([either, init.signal]) : either,
        beforeSend: () => {
          try {
            beforeSend()
          } catch (error) {
            throw trip(error instanceof Error ? error : new Error(String(error)))
          }
        },
      })
      const count = countBytes(limits.maxBytes ?? MAX_ANSWER_BYTES)
      const guarded = new Response(
        BODILESS.includes(status) ? null : guardBody({ body, timers, limits, count }),
        { status, ...answer },
      )
      if (!guarded.body) timers.clear()
      return guarded.ok ? guarded : await wrapErrorBody(guarded)
    },
  }
}

function guardBody({
  body,
  timers,
  limits,
  count,
}: {
  body: Readable
  timers: CallTimers
  limits: CallLimits
  count: (bytes: number) => void
}): ReadableStream<Uint8Array> {
  const pieces = body.iterator() as AsyncIterator<Buffer, undefined>
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        // The first read still runs against the first-byte timer that `fetch` started.
        const { done, value } = await pieces.next()
        timers.stop('read')
        if (done) {
          timers.clear()
          stream.close()
          return
        }
        count(value.byteLength)
        stream.enqueue(value)
        timers.start('read', limits.idleMs)
      },
      cancel: () => {
        timers.clear()
        body.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}

/** All that the SDK sends: chat completions, images and lists of models are JSON. */
function readText(body: RequestInit['body']): string | null {
  if (typeof body === 'string') return body
  if (body === null || body === undefined) return null
  throw new TypeError('Only text is sent to a provider.')
}

function tooSlow({
  host,
  name,
  milliseconds,
}: {
  host: string
  name: TimerName
  milliseconds: number
}): ProviderError {
  const seconds = `${milliseconds / 1000} s`
  return new ProviderError({
    code: 'provider_timeout',
    action: 'retry',
    message:
      name === 'total'
        ? `${host} was not done after ${seconds}. It is tried again.`
        : `${host} sent nothing for ${seconds}. It is tried again.`,
  })
}

function tooLarge({ host, limit }: { host: string; limit: number }): ProviderError {
  return new ProviderError({
    code: 'answer_too_large',
    action: 'fail',
    message: `The answer of ${host} is larger than ${Math.round(limit / 1_000_000)} MB.`,
  })
}
