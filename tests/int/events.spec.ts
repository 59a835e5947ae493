import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { errorAnswer, textAnswer } from '../support/fakeOpenAI.js'
import {
  copy,
  createGate,
  EXECUTIONS,
  flow,
  jobsOf,
  node,
  promptOf,
  review,
  startWorkflowSite,
  UNKNOWN_ID,
  type Person,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>
interface Message {
  event: string
  id: string | null
  data: Json
}

let site: WorkflowSite
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'events' })
})
afterAll(() => site.stop())
beforeEach(() => {
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

interface How {
  lastEventId?: string
  who?: Person
  signal?: AbortSignal
}

interface Stream {
  response: Response
  /** Null when the server has closed the stream. */
  next: () => Promise<Message | null>
  /** Reads to the end, or until one is found. */
  rest: (until?: (message: Message) => boolean) => Promise<Message[]>
  cut: () => Promise<void>
}

/** As a browser's EventSource reads, but for comments, which it throws away as well. */
async function open(id: string, how: How = {}): Promise<Stream> {
  const { lastEventId, who = 'viewer', signal } = how
  const headers: Record<string, string> = { Accept: 'text/event-stream' }
  if (lastEventId !== undefined) headers['Last-Event-ID'] = lastEventId
  const response = await site.fetch(who, `${EXECUTIONS}/${id}/events`, { headers, signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream() as never).getReader()
  let text = ''
  const next = async (): Promise<Message | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null
        const data = field('data')
        if (data) return { event: field('event') ?? '', id: field('id'), data: JSON.parse(data) }
        continue
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += String(value)
    }
  }
  return {
    response,
    next,
    rest: async (until = () => false) => {
      const messages: Message[] = []
      for (let message = await next(); message; message = await next()) {
        messages.push(message)
        if (until(message)) break
      }
      return messages
    },
    cut: () => reader.cancel(),
  }
}

/** Text under way is for those who listen already. */
const listeners = async () => {
  const { rowCount } = await site.sql.query(
    `select from pg_stat_activity
     where datname = current_database() and query = 'listen payload_workflows_live'`,
  )
  return rowCount
}

const kinds = (messages: Message[]) => messages.map(({ event }) => event)
/** What is kept in the database: everything but text under way and the start of a job. */
const kept = (messages: Message[]) =>
  messages.filter(({ event, id }) => id !== null && event !== 'end' && event !== 'snapshot')
const ids = (messages: Message[]) => messages.flatMap(({ id }) => (id === null ? [] : [Number(id)]))

const wide = flow(
  [
    copy('posts', { quantity: 40 }),
    node('lanes', 'parallel', { maxConcurrent: 4 }),
    copy('a', { quantity: 20 }),
    copy('b', { quantity: 20 }),
    node('end', 'merge'),
  ],
  'posts>lanes',
  'lanes>a',
  'lanes>b',
  'a>end',
  'b>end',
)

describe('the events of an execution', () => {
  it('should begin with a snapshot, tell everything as it happens, and end', async () => {
    const written = '{"title":"Tea","body":"Warm and green."}'
    const gate = createGate(textAnswer({ text: written, chunkMs: 1 }))
    const lastGate = createGate()
    site.fake.respond((request) =>
      promptOf(request).includes('last:') ? lastGate.answer : gate.answer,
    )
    const { id } = await site.run(
      flow([copy('first', { provider: 'fake' }), copy('last', { provider: 'fake' })], 'first>last'),
    )
    const stream = await open(id)
    expect(stream.response.status).toBe(200)
    expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    expect(stream.response.headers.get('cache-control')).toContain('no-store')
    const snapshot = (await stream.next())!
    expect(snapshot).toMatchObject({
      event: 'snapshot',
      data: { id, template: { name: 'A flow' } },
    })
    expect(['pending', 'running']).toContain(snapshot.data.status)
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(1)
    await expect.poll(listeners, { timeout: 20_000 }).toBe(1)
    gate.open()

    // Short steps are over before it is told that they began.
    const begun = await stream.rest(
      ({ event, data }) => event === 'job' && data.nodeId === 'last' && data.status === 'running',
    )
    lastGate.open()
    const messages = [...begun, ...(await stream.rest())]
    expect(messages.at(-1)).toMatchObject({ event: 'end', data: { status: 'completed' } })
    expect(kinds(messages).filter((kind) => kind === 'end')).toHaveLength(1)
    const of = (event: string, more: Json) =>
      messages
        .filter((one) => one.event === event)
        .map(({ data }) => expect.objectContaining(more).asymmetricMatch(data))
    expect(of('node', { nodeId: 'first', status: 'completed' })).toContain(true)
    expect(of('node', { nodeId: 'last', status: 'running', total: 1 })).toContain(true)
    expect(of('job', { nodeId: 'first', index: 0, status: 'completed' })).toContain(true)
    expect(of('job', { nodeId: 'last', index: 0, status: 'running' })).toContain(true)
    expect(of('execution', { kind: 'execution', status: 'completed' })).toContain(true)
    expect(of('execution', { kind: 'progress', percent: 100, itemsDone: 2 })).toContain(true)
    const tokens = messages.filter(
      ({ event, data }) => event === 'token' && data.nodeId === 'first',
    )
    expect(tokens.map(({ data }) => data.text).join('')).toBe('Tea\n\nWarm and green.')
    expect(ids(messages)).toEqual(ids(messages).toSorted((a, b) => a - b))
    const job = messages.find(({ event, data }) => event === 'job' && data.status === 'completed')
    const done = await site.read(id)
    expect(jobsOf(done, 'first')[0]?.id).toBe(job?.data.id)
  })

  it('should be a snapshot and the end when it is over', async () => {
    const { id } = await site.run(flow([copy('posts')]))
    const done = await site.until(id, 'completed')
    const messages = await (await open(id)).rest()
    expect(kinds(messages)).toEqual(['snapshot', 'end'])
    expect(messages[0]?.data).toEqual(done)
  })

  it('should tell of a pause, a review and its answer', async () => {
    const { id } = await site.run(
      flow([copy('posts'), review('look'), copy('last')], 'posts>look', 'look>last'),
    )
    await site.until(id, 'paused')
    const stream = await open(id)
    expect((await stream.next())?.data).toMatchObject({ status: 'paused', pauseReason: 'review' })
    await site.post('editor', `${EXECUTIONS}/${id}/review`, { nodeId: 'look', decision: 'approve' })
    const messages = await stream.rest()
    expect(messages).toContainEqual({
      event: 'execution',
      id: expect.any(String),
      data: expect.objectContaining({
        kind: 'review',
        nodeId: 'look',
        decision: 'approve',
        byName: 'Emil Editor',
      }),
    })
    expect(messages.at(-1)?.data).toEqual({ status: 'completed' })
  })
})

describe('Last-Event-ID', () => {
  it('should go on without loss or repetition when the stream is cut a hundred times', async () => {
    const { id } = await site.run(wide)
    const seen: Message[] = []
    let last = '0'
    let cuts = 0
    for (; cuts < 1_000 && seen.at(-1)?.event !== 'end'; cuts += 1) {
      const stream = await open(id, { lastEventId: last })
      const messages = await stream.rest(() => true)
      await stream.cut()
      seen.push(...messages)
      last = messages.findLast((message) => message.id !== null)?.id ?? last
    }
    expect(cuts).toBeGreaterThanOrEqual(100)
    const whole = await (await open(id, { lastEventId: '0' })).rest()
    expect(whole.at(-1)).toMatchObject({ event: 'end', data: { status: 'completed' } })
    expect(kept(seen)).toEqual(kept(whole))
    expect(kinds(seen).filter((kind) => kind === 'end')).toHaveLength(1)
    expect(new Set(kept(whole).map((message) => message.id)).size).toBe(kept(whole).length)
    const done = ({ event, data }: Message) => event === 'job' && data.status === 'completed'
    expect(kept(whole).filter(done)).toHaveLength(82)
  })

  it('should go on from any event of a run that is over', async () => {
    const { id } = await site.run(wide)
    await site.until(id, 'completed')
    const whole = await (await open(id, { lastEventId: '0' })).rest()
    const events = kept(whole)
    for (let cut = 0; cut < 20; cut += 1) {
      const at = Math.floor(Math.random() * events.length)
      const rest = await (await open(id, { lastEventId: events[at]!.id! })).rest()
      expect(kept(rest)).toEqual(events.slice(at + 1))
      expect(rest.at(-1)?.event).toBe('end')
      expect(kinds(rest)).not.toContain('snapshot')
    }
  })

  it('should lead over a failure that was mended, to the real end', async () => {
    site.fake.respond(() => errorAnswer(400))
    const { id } = await site.run(
      flow([copy('first', { provider: 'fake' }), copy('last')], 'first>last'),
    )
    const { seq } = await site.until(id, 'failed')
    expect((await (await open(id)).rest()).at(-1)?.data).toEqual({ status: 'failed' })
    site.fake.respond(() => undefined)
    await site.post('editor', `${EXECUTIONS}/${id}/retry-node`, { nodeId: 'first' })
    const live = await (await open(id, { lastEventId: String(seq) })).rest()
    expect(live.at(-1)?.data).toEqual({ status: 'completed' })
    const whole = await (await open(id, { lastEventId: '0' })).rest()
    expect(kinds(whole).filter((kind) => kind === 'end')).toHaveLength(1)
    expect(whole.at(-1)?.data).toEqual({ status: 'completed' })
  })

  it.each(['abc', '-1', '1e9', '99999999999', '0x1', "1' or 1=1", '1.5.7', ''])(
    'should be no help when it is %j: the stream begins anew',
    async (lastEventId) => {
      const { id } = await site.run(flow([copy('posts')]))
      await site.until(id, 'completed')
      const messages = await (await open(id, { lastEventId })).rest()
      expect(kinds(messages)).toEqual(['snapshot', 'end'])
    },
  )
})

describe('who may listen, and how long', () => {
  let waiting: ExecutionDetail
  beforeAll(async () => {
    const { id } = await site.run(flow([copy('posts'), review('look')], 'posts>look'))
    waiting = await site.until(id, 'paused')
  })
  const path = () => `${EXECUTIONS}/${waiting.id}/events`

  it('should be members only', async () => {
    const rival = await site.call('rival', path())
    const unknown = await site.call('rival', `${EXECUTIONS}/${UNKNOWN_ID}/events`)
    expect([rival.status, rival.body]).toEqual([404, unknown.body])
    expect((await site.call('nobody', path())).status).toBe(401)
    expect((await site.call('editor', `${EXECUTIONS}/launch/events`)).status).toBe(404)
  })

  it('should end when the listener goes, and make room for another', async () => {
    const aborts = Array.from({ length: 20 }, () => new AbortController())
    const streams = await Promise.all(
      aborts.map(({ signal }) => open(waiting.id, { who: 'editor', signal })),
    )
    for (const stream of streams) expect((await stream.next())?.event).toBe('snapshot')
    const full = await site.call('editor', path())
    expect([full.status, full.body.errors[0].data.code]).toEqual([409, 'too_many_streams'])

    aborts[0]!.abort()
    expect(await streams[0]!.next()).toBeNull()
    await streams[1]!.cut()
    const again = [
      await open(waiting.id, { who: 'editor' }),
      await open(waiting.id, { who: 'editor' }),
    ]
    for (const stream of again) expect((await stream.next())?.event).toBe('snapshot')
    await Promise.all([...streams.slice(2), ...again].map((stream) => stream.cut()))
    const last = await open(waiting.id, { who: 'editor' })
    expect((await last.next())?.event).toBe('snapshot')
    await last.cut()
  })
})
