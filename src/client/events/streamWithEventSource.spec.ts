import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { ExecutionEvent } from './types.js'

import { createWorkflowsClient } from '../createWorkflowsClient.js'

/** A browser's EventSource that does what the test tells it to. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2
  static made: FakeEventSource[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  constructor(
    readonly url: string,
    readonly options: EventSourceInit,
  ) {
    super()
    FakeEventSource.made.push(this)
  }
  say(event: string, id: number, data: unknown): void {
    const init = { data: JSON.stringify(data), lastEventId: String(id) }
    this.dispatchEvent(new MessageEvent(event, init))
  }
  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }
}

const fetched = vi.fn<typeof fetch>()

beforeEach(() => {
  FakeEventSource.made = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeEventSource)
  vi.stubGlobal('fetch', fetched)
  fetched.mockReset()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const follow = () => {
  const events: ExecutionEvent[] = []
  const onError = vi.fn()
  const stop = createWorkflowsClient().executions.subscribe({
    id: 'e 1',
    onEvent: (event) => events.push(event),
    onError,
  })
  const [source] = FakeEventSource.made
  if (!source) throw new Error('No EventSource was made.')
  return { events, onError, stop, source }
}

describe('in a browser', () => {
  it('should stream with cookies until the end', async () => {
    const { events, source } = follow()
    expect([source.url, source.options]).toEqual([
      '/api/workflows/executions/e%201/events',
      { withCredentials: true },
    ])
    source.onopen?.()
    source.say('snapshot', 3, { seq: 3 })
    source.say('end', 4, { status: 'completed' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(events.map(({ event, id }) => [event, id])).toEqual([
      ['snapshot', '3'],
      ['end', '4'],
    ])
    expect([source.readyState, FakeEventSource.made.length, fetched.mock.calls.length]).toEqual([
      FakeEventSource.CLOSED,
      1,
      0,
    ])
  })

  it('should ask with fetch, behind the last event, when the stream does not come back', async () => {
    const { source } = follow()
    source.say('snapshot', 7, {})
    fetched.mockResolvedValue(new Response('event: end\ndata: {"status":"failed"}\n\n'))
    // The browser tries again by itself, in vain.
    source.onerror?.()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ 'Last-Event-ID': '7' })
  })

  it('should learn from fetch why the stream was refused', async () => {
    const { source, onError } = follow()
    fetched.mockResolvedValue(
      Response.json({ errors: [{ message: 'Log in.', data: { code: 'x' } }] }, { status: 401 }),
    )
    source.close()
    source.onerror?.()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ status: 401 }))
  })

  it('should be silent once it is stopped', async () => {
    const { events, source, stop, onError } = follow()
    stop()
    source.say('snapshot', 1, {})
    await vi.advanceTimersByTimeAsync(60_000)
    expect([events, source.readyState, fetched.mock.calls.length]).toEqual([
      [],
      FakeEventSource.CLOSED,
      0,
    ])
    expect(onError).not.toHaveBeenCalled()
  })
})
