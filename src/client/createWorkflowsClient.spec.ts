import { afterEach, describe, expect, it, vi } from 'vitest'

import { createWorkflowsClient } from './createWorkflowsClient.js'
import { WorkflowsApiError } from './WorkflowsApiError.js'

interface Call {
  url: string
  method: string
  headers: Record<string, string>
  body: unknown
}

/** A server in a function: answers what it is told to and remembers what it was asked. */
const serve = (answer: (call: Call) => Response) => {
  const calls: Call[] = []
  const client = createWorkflowsClient({
    baseURL: 'http://site/api',
    headers: { Authorization: 'JWT token' },
    fetch: (url, init) => {
      const call: Call = {
        url: decodeURIComponent(String(url)),
        method: init?.method ?? 'GET',
        headers: init?.headers as Record<string, string>,
        body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      }
      calls.push(call)
      return Promise.resolve(answer(call))
    },
  })
  return { client, calls }
}

const refused = (status: number, error: unknown) => Response.json({ errors: [error] }, { status })

afterEach(() => vi.useRealTimers())

describe('calls', () => {
  it('should send path, query, headers and body', async () => {
    const { client, calls } = serve(() => Response.json({ docs: [] }))
    await client.executions.list({ status: ['running', 'paused'], limit: 5 })
    await client.attachments.attach({ collection: 'posts', id: 'a/b', imageIds: [1, 2] })
    await client.templates.update({ id: 7, name: 'New' })
    expect(calls).toMatchObject([
      { method: 'GET', url: 'http://site/api/workflows/executions?limit=5&status=running,paused' },
      {
        method: 'POST',
        url: 'http://site/api/posts/a/b/attachments',
        body: { imageIds: [1, 2] },
        headers: { Authorization: 'JWT token', 'Content-Type': 'application/json' },
      },
      { method: 'PUT', url: 'http://site/api/workflows/templates/7', body: { name: 'New' } },
    ])
  })

  it('should answer nothing for an answer without a body', async () => {
    const { client } = serve(() => new Response(null, { status: 204 }))
    expect(
      await client.attachments.detach({ collection: 'posts', id: 1, imageId: 2 }),
    ).toBeUndefined()
  })
})

describe('refusals', () => {
  const caught = async (answer: Response): Promise<WorkflowsApiError> => {
    const { client } = serve(() => answer)
    const error: unknown = await client.templates.get({ id: 1 }).catch((reason: unknown) => reason)
    if (error instanceof WorkflowsApiError) return error
    throw new Error('Nothing was refused.')
  }

  it('should carry code, issues and further facts', async () => {
    const issues = [{ code: 'cycle_detected', message: 'a → b → a', path: 'graph', nodeId: 'a' }]
    const error = await caught(
      refused(422, {
        name: 'InvalidInputError',
        message: 'a → b → a',
        data: { code: 'validation_failed', issues, cycle: ['a', 'b'] },
      }),
    )
    expect(error).toMatchObject({ status: 422, code: 'validation_failed', message: 'a → b → a' })
    expect(error.issues).toEqual(issues)
    expect(error.data).toEqual({ cycle: ['a', 'b'] })
  })

  it("should read Payload's own validation errors", async () => {
    const error = await caught(
      refused(400, {
        message: 'The following field is invalid: Alt',
        data: { errors: [{ path: 'alt', message: 'This field is required.' }] },
      }),
    )
    expect(error.code).toBe('http_400')
    expect(error.issues).toEqual([
      { code: 'invalid_value', path: 'alt', message: 'This field is required.' },
    ])
  })

  it('should bear answers that are no JSON and servers that are not there', async () => {
    expect(await caught(new Response('<h1>Bad gateway</h1>', { status: 502 }))).toMatchObject({
      status: 502,
      code: 'http_502',
    })
    const client = createWorkflowsClient({ fetch: () => Promise.reject(new TypeError('failed')) })
    await expect(client.health()).rejects.toMatchObject({ status: 0, code: 'network' })
  })

  it('should hand on an abort as it is', async () => {
    const controller = new AbortController()
    const client = createWorkflowsClient({
      fetch: () => {
        controller.abort(new Error('gone'))
        return Promise.reject(controller.signal.reason as Error)
      },
    })
    await expect(client.health({ signal: controller.signal })).rejects.toThrow('gone')
  })
})

describe('subscribe', () => {
  const stream = (text: string) =>
    new Response(text, { headers: { 'Content-Type': 'text/event-stream' } })
  const event = (name: string, id: number, data: unknown) =>
    `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
  const collect = (client: ReturnType<typeof serve>['client'], lastEventId?: string) =>
    new Promise<{ seen: string[]; states: string[]; error?: WorkflowsApiError }>((resolve) => {
      const seen: string[] = []
      const states: string[] = []
      client.executions.subscribe({
        id: 'e1',
        ...(lastEventId && { lastEventId }),
        onEvent: (message) => {
          seen.push(`${message.event} ${message.id}`)
          if (message.event === 'end') resolve({ seen, states })
        },
        onError: (error) => resolve({ seen, states, error }),
        onConnection: (state) => states.push(state),
      })
    })

  /** Lets a minute of waiting pass at once. */
  const inTime = async <T>(result: Promise<T>): Promise<T> => {
    await vi.advanceTimersByTimeAsync(60_000)
    return result
  }

  it('should go on from the last id when the connection is lost', async () => {
    vi.useFakeTimers()
    const answers = [
      event('snapshot', 3, {}) + event('node', 4, {}),
      event('job', 5, {}) + event('end', 5, { status: 'completed' }),
    ]
    const { client, calls } = serve(() => stream(answers.shift() ?? ''))
    const { seen } = await inTime(collect(client))
    expect(seen).toEqual(['snapshot 3', 'node 4', 'job 5', 'end 5'])
    expect(calls.map(({ headers }) => headers['Last-Event-ID'])).toEqual([undefined, '4'])
  })

  it('should begin behind a given event', async () => {
    const { client, calls } = serve(() => stream(event('end', 9, { status: 'stopped' })))
    await collect(client, '8')
    expect(calls[0]?.headers['Last-Event-ID']).toBe('8')
  })

  it('should poll while no stream can be had', async () => {
    vi.useFakeTimers()
    const states = [
      { seq: 1, status: 'running' },
      { seq: 2, status: 'completed' },
    ]
    const { client } = serve(({ url }) =>
      url.endsWith('/events')
        ? refused(409, { message: 'Too many', data: { code: 'too_many_streams' } })
        : Response.json(states.shift()),
    )
    const { seen, states: connection } = await inTime(collect(client))
    expect(seen).toEqual(['snapshot 1', 'snapshot 2', 'end 2'])
    expect(connection.at(-1)).toBe('polling')
  })

  it('should say that nothing answers, and go on as soon as something does', async () => {
    vi.useFakeTimers()
    let isAway = true
    const { client } = serve(({ url }) => {
      if (isAway || url.endsWith('/events')) throw new TypeError('fetch failed')
      return Response.json({ seq: 2, status: 'completed' })
    })
    const result = collect(client)
    await vi.advanceTimersByTimeAsync(20_000)
    isAway = false
    const { states: connection } = await inTime(result)
    expect(new Set(connection.slice(-4))).toEqual(new Set(['offline', 'polling']))
    expect(connection.at(-1)).toBe('polling')
  })

  it('should say why when the execution may not be seen', async () => {
    const { client, calls } = serve(() =>
      refused(404, { message: 'The execution was not found.', data: { code: 'not_found' } }),
    )
    const { error } = await collect(client)
    expect([error?.status, calls.length]).toEqual([404, 1])
  })
})
