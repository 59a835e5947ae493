import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  errorAnswer,
  outOfMoney,
  rateLimited,
  rawAnswer,
  reset,
  startFakeOpenAI,
  textAnswer,
  type FakeAnswer,
  type FakeOpenAI,
} from '../../../../tests/support/fakeOpenAI.js'
import { ProviderError } from '../runtime/errors.js'
import { openAIProvider } from './openai.js'
import type { TextRequest } from './types.js'

const KEY = 'sk-test-abcdefghijklmnop'
const request: TextRequest = {
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Write.' }] }],
  hints: {
    seed: 's',
    params: {},
    index: 0,
    quantity: 1,
    nodeLabel: 'Copy',
    prompt: 'Write.',
    context: [],
  },
}

let fake: FakeOpenAI
beforeAll(async () => {
  fake = await startFakeOpenAI()
})
afterAll(() => fake.close())

/** The error of one call, and the requests it took. */
async function failWith(
  answer: FakeAnswer,
  options: { streaming?: boolean } = {},
): Promise<{ error: ProviderError; requests: number }> {
  const before = fake.requests.length
  fake.respond(() => answer)
  const provider = openAIProvider({
    apiKey: KEY,
    baseURL: fake.url,
    allowInsecure: true,
    capabilities: { streaming: options.streaming ?? true },
  })
  const call = { signal: new AbortController().signal, idempotencyKey: 'k' }
  const error: unknown = await provider.generateText(request, call).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(ProviderError)
  return { error: error as ProviderError, requests: fake.requests.length - before }
}

describe('classifyError, over HTTP', () => {
  it.each<[string, FakeAnswer, string, string]>([
    ['401', errorAnswer(401, { code: 'invalid_api_key' }), 'provider_auth', 'fail'],
    ['403', errorAnswer(403), 'provider_auth', 'fail'],
    ['402', errorAnswer(402, { message: 'Insufficient Balance' }), 'provider_billing', 'pause'],
    ['429 without money', outOfMoney(), 'provider_billing', 'pause'],
    [
      '429 at a spend limit',
      errorAnswer(429, { code: 'project_spend_limit_exceeded' }),
      'provider_billing',
      'pause',
    ],
    ['429 by rate', rateLimited({ 'retry-after': '3' }), 'rate_limited', 'wait'],
    [
      '429 for one request above the limit',
      errorAnswer(429, { message: 'Request too large for x on tokens per min' }),
      'provider_bad_request',
      'fail',
    ],
    ['400', errorAnswer(400, { message: 'No.' }), 'provider_bad_request', 'fail'],
    ['422', errorAnswer(422, { message: 'No.' }), 'provider_bad_request', 'fail'],
    [
      '400 by content policy',
      errorAnswer(400, { code: 'content_policy_violation' }),
      'content_policy',
      'fail',
    ],
    ['404 of a model', errorAnswer(404, { code: 'model_not_found' }), 'model_not_found', 'fail'],
    ['404 of a path', errorAnswer(404, { message: 'Not Found' }), 'provider_bad_request', 'fail'],
    ['a redirect', rawAnswer('', { status: 301 }), 'provider_bad_request', 'fail'],
    ['408', errorAnswer(408), 'provider_timeout', 'retry'],
    ['409', errorAnswer(409), 'provider_unavailable', 'retry'],
    ['425', errorAnswer(425), 'provider_unavailable', 'retry'],
    ['500', errorAnswer(500), 'provider_unavailable', 'retry'],
    ['503 as HTML', rawAnswer('<h1>Bad</h1>', { status: 503 }), 'provider_unavailable', 'retry'],
    ['a cut connection', reset(), 'provider_network', 'retry'],
    ['a cut stream', reset({ midBody: true }), 'provider_network', 'retry'],
    [
      'what is no HTTP',
      ({ response }) => void response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n\r\n'),
      'provider_network',
      'retry',
    ],
    [
      'a stream that stops being HTTP',
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        const piece = { choices: [{ delta: { content: 'Half a' } }] }
        response.write(`data: ${JSON.stringify(piece)}\n\n`, () => {
          response.socket?.end('this is no length of a piece\r\n')
        })
      },
      'provider_network',
      'retry',
    ],
    [
      'a body that is not packed as it says',
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        response.end('{"choices": []}')
      },
      'provider_network',
      'retry',
    ],
    [
      'a packed stream that is cut',
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' })
        const packed = gzipSync(`data: ${JSON.stringify({ choices: [] })}\n\n`.repeat(50))
        response.write(packed.subarray(0, 30), () => response.destroy())
      },
      'provider_network',
      'retry',
    ],
    ['HTML', rawAnswer('<html></html>', { type: 'text/html' }), 'answer_invalid', 'retry'],
    ['an empty body', rawAnswer(''), 'answer_invalid', 'retry'],
    ['broken JSON', rawAnswer('{"choices": ['), 'answer_invalid', 'retry'],
    ['another shape', rawAnswer('{"choices": "none"}'), 'answer_invalid', 'retry'],
    [
      'broken JSON in a stream',
      rawAnswer('data: {"choices"\n\n', { type: 'text/event-stream' }),
      'answer_invalid',
      'retry',
    ],
    [
      'an error in a stream',
      rawAnswer('data: {"error":{"message":"busy"}}\n\n', { type: 'text/event-stream' }),
      'provider_unavailable',
      'retry',
    ],
    ['an empty text', textAnswer({ text: '' }), 'answer_invalid', 'retry'],
    ['a refusal', textAnswer({ refusal: 'I cannot.' }), 'content_policy', 'fail'],
    ['a content filter', textAnswer({ finishReason: 'content_filter' }), 'content_policy', 'fail'],
  ])('should classify %s, after exactly one request', async (_name, answer, code, action) => {
    const { error, requests } = await failWith(answer)
    expect({ code: error.code, action: error.action }).toEqual({ code, action })
    expect(requests).toBe(1)
  })

  it.each<[string, FakeAnswer]>([
    ['a refusal', textAnswer({ refusal: 'I cannot.' })],
    ['HTML', rawAnswer('<html></html>', { type: 'text/html' })],
    ['a 500', errorAnswer(500)],
  ])('should make one request for %s without streaming too', async (_name, answer) => {
    expect((await failWith(answer, { streaming: false })).requests).toBe(1)
  })

  it('should say how long a rate limit lasts, and keep the request id', async () => {
    const { error } = await failWith(rateLimited({ 'retry-after': '60' }))
    expect(error.message).toBe('Rate limit reached; next try in 60 s.')
    expect(error.retryAfterMs).toBe(60_000)
    expect(error.requestId).toBe('req_fake')
  })

  it('should wait 20 s when a rate limit names no time', async () => {
    const { error } = await failWith(rateLimited())
    expect(error.retryAfterMs).toBe(20_000)
  })

  it('should hand on the Retry-After of a 503', async () => {
    const { error } = await failWith(errorAnswer(503, {}, { 'retry-after': '4' }))
    expect({ action: error.action, after: error.retryAfterMs }).toEqual({
      action: 'retry',
      after: 4000,
    })
  })

  it('should show the words of servers that use other error shapes', async () => {
    const vllm = await failWith(
      rawAnswer('{"object":"error","message":"bad seed"}', { status: 400 }),
    )
    const fastAPI = await failWith(rawAnswer('{"detail":"bad detail"}', { status: 400 }))
    expect(vllm.error.message).toContain('bad seed')
    expect(fastAPI.error.message).toContain('bad detail')
  })

  it('should keep the key and long bodies out of messages', async () => {
    const { error } = await failWith(
      errorAnswer(400, { message: `${KEY} Bearer ${KEY} ${'x'.repeat(100_000)}` }),
    )
    expect(error.message).not.toContain(KEY)
    expect(Buffer.byteLength(error.message)).toBeLessThanOrEqual(2048)
  })

  it('should say that nothing listens at an address', async () => {
    const closed = await startFakeOpenAI()
    await closed.close()
    const provider = openAIProvider({ apiKey: KEY, baseURL: closed.url, allowInsecure: true })
    const call = { signal: new AbortController().signal, idempotencyKey: 'k' }
    await expect(provider.generateText(request, call)).rejects.toMatchObject({
      code: 'provider_network',
      action: 'retry',
      message: expect.stringContaining('ECONNREFUSED'),
    })
  })
})
