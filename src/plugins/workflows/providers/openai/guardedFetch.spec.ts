import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'

import {
  hang,
  rawAnswer,
  startFakeOpenAI,
  textAnswer,
  type FakeAnswer,
  type FakeOpenAI,
} from '../../../../../tests/support/fakeOpenAI.js'
import { openAIProvider, type ProviderTimeouts } from '../openai.js'
import { createGuardedFetch } from './guardedFetch.js'

let fake: FakeOpenAI
beforeAll(async () => {
  fake = await startFakeOpenAI()
  // Compiled now: the first call loads it, and these tests look at the clock.
  await import('./generateText.js')
})
afterAll(() => fake.close())

function write({
  answer,
  timeouts,
  signal = new AbortController().signal,
  streaming = true,
  onToken,
}: {
  answer: FakeAnswer
  timeouts?: Partial<ProviderTimeouts>
  signal?: AbortSignal
  streaming?: boolean
  onToken?: (delta: string) => void
}) {
  fake.respond(() => answer)
  const hints = { seed: '', params: {}, index: 0, quantity: 1, nodeLabel: '', prompt: '' }
  return openAIProvider({
    apiKey: 'k',
    baseURL: fake.url,
    allowInsecure: true,
    capabilities: { streaming },
    timeouts,
  }).generateText(
    { messages: [], hints: { ...hints, context: [] } },
    { signal, idempotencyKey: 'k', onToken },
  )
}

/** Resolves when the server has seen the connection close. */
async function abortedAt(): Promise<number> {
  const request = fake.requests.at(-1)!
  await expect.poll(() => request.abortedAt, { timeout: 2000, interval: 5 }).not.toBeNull()
  return request.abortedAt!
}

const LONG = 'word '.repeat(100)

describe('limits of a call', () => {
  it.each<[string, FakeAnswer, Partial<ProviderTimeouts>, boolean]>([
    ['no first byte', hang(), { firstByteMs: 100 }, true],
    ['no first byte of a whole answer', hang(), { wholeAnswerMs: 100 }, false],
    ['silence in the middle', textAnswer({ text: LONG, chunkMs: 5000 }), { idleMs: 100 }, true],
    ['a slow drip', textAnswer({ text: LONG, chunkMs: 20 }), { totalMs: 150 }, true],
  ])('should end %s and close the socket', async (_name, answer, timeouts, streaming) => {
    const started = Date.now()
    await expect(write({ answer, timeouts, streaming })).rejects.toMatchObject({
      code: 'provider_timeout',
      action: 'retry',
    })
    expect(Date.now() - started).toBeLessThan(1500)
    await abortedAt()
  })

  it('should give a slow but steady stream its time', async () => {
    // Longer in all than either limit, each piece far inside it: a busy machine must not matter.
    const text = 'word '.repeat(20).trim()
    const answer = textAnswer({ text, chunkMs: 40 })
    const result = await write({ answer, timeouts: { firstByteMs: 700, idleMs: 700 } })
    expect(result.text).toBe(text)
  })

  it.each([
    ['as it is', (body: string) => rawAnswer(body)],
    [
      'packed',
      (body: string): FakeAnswer =>
        ({ response }) => {
          response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'text/plain' })
          response.end(gzipSync(body))
        },
    ],
  ])('should stop reading a body above the cap, sent %s', async (_name, answer) => {
    fake.respond(() => answer('x'.repeat(3_000_000)))
    const guard = createGuardedFetch({
      limits: { firstByteMs: 5000, idleMs: 5000, totalMs: 5000, maxBytes: 1_000_000 },
      host: 'fake',
      signal: new AbortController().signal,
    })
    const response = await guard.fetch(`${fake.url}/anything`)
    await expect(response.text()).rejects.toMatchObject({ code: 'answer_too_large' })
    expect(guard.tripped()?.message).toBe('The answer of fake is larger than 1 MB.')
    guard.dispose()
  })
})

describe('abort by the caller', () => {
  it.each<[string, FakeAnswer, { streaming: boolean; pieces: number }]>([
    ['before the answer', hang(), { streaming: true, pieces: 0 }],
    ['before a whole answer', hang(), { streaming: false, pieces: 0 }],
    ['in the stream', textAnswer({ text: LONG, chunkMs: 20 }), { streaming: true, pieces: 2 }],
  ])('should close the socket within 1 s %s', async (_name, answer, { streaming, pieces }) => {
    for (const reason of [new Error('stopped by a person'), undefined]) {
      const before = fake.requests.length
      const controller = new AbortController()
      const { signal } = controller
      let heard = 0
      const writing = write({ answer, signal, streaming, onToken: () => heard++ })
      const outcome = writing.then(
        () => null,
        (error: unknown) => error,
      )
      await expect.poll(() => fake.requests.length, { interval: 5 }).toBe(before + 1)
      await expect.poll(() => heard, { interval: 5 }).toBeGreaterThanOrEqual(pieces)
      const at = Date.now()
      controller.abort(reason)
      expect(await outcome).toBe(signal.reason)
      expect((await abortedAt()) - at).toBeLessThan(1000)
      expect(fake.requests.length).toBe(before + 1)
    }
  })

  it('should keep an answer that is complete, whatever happens to the connection then', async () => {
    const piece = { choices: [{ delta: { content: 'Whole.' }, finish_reason: 'stop' }] }
    const neverEnds: FakeAnswer = ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(`data: ${JSON.stringify(piece)}\n\n`)
    }
    await expect(write({ answer: neverEnds, timeouts: { idleMs: 80 } })).resolves.toMatchObject({
      text: 'Whole.',
      finishReason: 'stop',
    })
  })

  it('should send nothing when the signal is aborted already', async () => {
    const before = fake.requests.length
    const signal = AbortSignal.abort(new Error('gone'))
    await expect(write({ answer: hang(), signal })).rejects.toThrow('gone')
    expect(fake.requests.length).toBe(before)
  })
})
