import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  errorAnswer,
  jsonAnswer,
  rawAnswer,
  startFakeOpenAI,
  textAnswer,
  type FakeOpenAI,
  type RecordedRequest,
} from '../../../../../tests/support/fakeOpenAI.js'
import { openAIProvider, type OpenAIProviderOptions } from '../openai.js'
import type { TextRequest } from '../types.js'

const KEY = 'secret-key-value'
const schema = {
  name: 'ad copy',
  jsonSchema: {
    type: 'object',
    properties: { title: { type: 'string' }, score: { type: 'number' } },
    required: ['title', 'score'],
    additionalProperties: false,
  },
}

let fake: FakeOpenAI
beforeAll(async () => {
  fake = await startFakeOpenAI()
  // Compiled now: the first call loads it, and these tests look at the clock.
  await import('./generateText.js')
})
afterAll(() => fake.close())

function provider(options: Partial<OpenAIProviderOptions> = {}) {
  return openAIProvider({ apiKey: KEY, baseURL: fake.url, allowInsecure: true, ...options })
}

function textRequest(request: Partial<TextRequest> = {}): TextRequest {
  const hints = { seed: '', params: {}, index: 0, quantity: 1, nodeLabel: '', prompt: '' }
  return {
    messages: [{ role: 'user', content: [{ type: 'text', text: 'Write.' }] }],
    hints: { ...hints, context: [] },
    ...request,
  }
}

const call = () => ({ signal: new AbortController().signal, idempotencyKey: 'job-1' })
const last = (): RecordedRequest => fake.requests.at(-1)!

/** Answers as scripted, and returns the bodies that were sent meanwhile. */
async function bodiesOf(run: () => Promise<unknown>) {
  const before = fake.requests.length
  await run()
  return fake.requests.slice(before).map(({ body }) => body)
}

describe('generateText', () => {
  it('should stream pieces, usage and the request id', async () => {
    fake.respond(() => textAnswer({ text: 'Arrive awake at nine.' }))
    const pieces: string[] = []
    const result = await provider().generateText(textRequest(), {
      ...call(),
      onToken: (delta) => pieces.push(delta),
    })
    expect(pieces).toEqual(['Arrive ', 'awake ', 'at ', 'nine.'])
    expect(result).toMatchObject({
      text: 'Arrive awake at nine.',
      tokensOut: 6,
      model: 'fake-text',
      requestId: 'req_fake',
      finishReason: 'stop',
    })
    expect(last().body).toMatchObject({ stream: true, stream_options: { include_usage: true } })
    expect(last().idempotencyKey).toBe('job-1')
    expect(last().headers['authorization']).toBe(`Bearer ${KEY}`)
  })

  it('should ask in one piece when streaming is off', async () => {
    fake.respond(() =>
      textAnswer({ text: 'Hi.', usage: { prompt_tokens: 3, completion_tokens: 2 } }),
    )
    const result = await provider({ capabilities: { streaming: false } }).generateText(
      textRequest({ model: 'tiny' }),
      call(),
    )
    expect(result).toMatchObject({ text: 'Hi.', tokensIn: 3, tokensOut: 2, model: 'tiny' })
    expect(last().body).not.toHaveProperty('stream_options')
  })

  it('should send nothing that was not given', async () => {
    fake.respond(() => undefined)
    await provider().generateText(textRequest(), call())
    expect(Object.keys(last().body).sort()).toEqual([
      'messages',
      'model',
      'stream',
      'stream_options',
    ])
  })

  it('should speak to compatible servers and to OpenAI by their own flags', async () => {
    fake.respond(() => undefined)
    const request = textRequest({ system: 'Be brief.', temperature: 0, maxTokens: 50 })
    await provider().generateText(request, call())
    expect(last().body).toMatchObject({
      max_tokens: 50,
      temperature: 0,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Write.' },
      ],
    })
    const capabilities = { tokenParam: 'max_completion_tokens', systemRole: 'developer' } as const
    await provider({ capabilities }).generateText(request, call())
    expect(last().body).toMatchObject({
      max_completion_tokens: 50,
      messages: [{ role: 'developer' }, { role: 'user' }],
    })
  })

  it('should send pictures only to models that see', async () => {
    fake.respond(() => undefined)
    const picture = { type: 'image', mimeType: 'image/png', bytes: Buffer.from('png') } as const
    const request = textRequest({
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Look.' }, picture] }],
    })
    await provider().generateText(request, call())
    expect(last().body).toMatchObject({ messages: [{ content: 'Look.' }] })
    await provider({ capabilities: { vision: true } }).generateText(request, call())
    expect(last().body).toMatchObject({
      messages: [
        {
          content: [
            { type: 'text', text: 'Look.' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,cG5n' } },
          ],
        },
      ],
    })
  })

  it.each([
    ['sloppy', textAnswer({ text: 'Good enough.', sloppy: true }), 'other'],
    ['usage-less', textAnswer({ text: 'Good enough.', usage: null }), 'stop'],
    [
      'boasting',
      textAnswer({
        text: 'Good enough.',
        usage: { prompt_tokens: -9, completion_tokens: 1.5 },
      }),
      'stop',
    ],
  ])('should accept a %s server and estimate its tokens', async (_name, answer, finishReason) => {
    fake.respond(() => answer)
    for (const streaming of [true, false]) {
      const result = await provider({ capabilities: { streaming } }).generateText(
        textRequest(),
        call(),
      )
      expect(result).toMatchObject({ text: 'Good enough.', tokensOut: 3, finishReason })
      expect(result.tokensIn).toBeGreaterThan(0)
    }
  })

  it('should take a whole answer from a server that ignores streaming', async () => {
    fake.respond(() =>
      jsonAnswer({ choices: [{ message: { content: 'Whole.' }, finish_reason: 'stop' }] }),
    )
    const result = await provider().generateText(textRequest(), call())
    expect(result).toMatchObject({ text: 'Whole.', finishReason: 'stop' })
  })

  it('should hand back what there is when the answer is cut short', async () => {
    fake.respond(() => textAnswer({ text: 'Half a', finishReason: 'length' }))
    const result = await provider().generateText(textRequest(), call())
    expect(result).toMatchObject({ text: 'Half a', finishReason: 'length' })
    fake.respond(() => textAnswer({ text: '', finishReason: 'length' }))
    await expect(provider().generateText(textRequest(), call())).resolves.toMatchObject({
      text: '',
      finishReason: 'length',
    })
  })

  it('should mask a key that the model echoes, also in the stream', async () => {
    const text = `The key is ${KEY} indeed.\u0000`
    fake.respond(() => textAnswer({ text }))
    let streamed = ''
    const onToken = (delta: string) => (streamed += delta)
    const result = await provider().generateText(textRequest(), { ...call(), onToken })
    expect(result.text).toBe('The key is [redacted] indeed.')
    expect(streamed).toBe(result.text)
  })

  it('should ask a key function before every call, and pause when OpenAI has no key', async () => {
    fake.respond(() => undefined)
    let key = 'first-key'
    const rotating = provider({ apiKey: () => key })
    await rotating.generateText(textRequest(), call())
    key = 'second-key'
    await rotating.generateText(textRequest(), call())
    expect(last().headers['authorization']).toBe('Bearer second-key')
    await expect(
      openAIProvider({ apiKey: '' }).generateText(textRequest(), call()),
    ).rejects.toMatchObject({ code: 'provider_auth', action: 'pause' })
  })
})

describe('structured output and refused parameters', () => {
  it('should ask for a strict schema, and step down as far as the server goes', async () => {
    const refuse = (type: string) =>
      errorAnswer(400, { message: `response_format ${type} is not supported`, code: null })
    fake.respond(({ body }) => {
      const format = body['response_format'] as { type: string } | undefined
      return format && format.type !== 'text' ? refuse(format.type) : undefined
    })
    const connection = provider()
    const first = await bodiesOf(() => connection.generateText(textRequest({ schema }), call()))
    expect(first[0]?.['response_format']).toMatchObject({
      type: 'json_schema',
      json_schema: { name: 'ad_copy', strict: true },
    })
    expect(first[1]?.['response_format']).toEqual({ type: 'json_object' })
    expect(first[2]).not.toHaveProperty('response_format')
    expect(JSON.stringify(first[2]?.['messages'])).toContain('JSON Schema')

    const second = await bodiesOf(() => connection.generateText(textRequest({ schema }), call()))
    expect(second).toHaveLength(1)
    expect(second[0]).not.toHaveProperty('response_format')
  })

  it('should not call a schema with optional properties strict', async () => {
    fake.respond(() => undefined)
    const open = { name: 'x', jsonSchema: { type: 'object', properties: { a: {} } } }
    await provider().generateText(textRequest({ schema: open }), call())
    expect(JSON.stringify(last().body['response_format'])).not.toContain('strict')
  })

  it.each([
    [
      'max_tokens',
      {
        message: "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
        param: 'max_tokens',
        code: 'unsupported_parameter',
      },
      { max_completion_tokens: 9 },
    ],
    ['stream_options', { message: 'Extra inputs are not permitted: stream_options' }, {}],
    [
      'temperature',
      { message: "Unsupported value: 'temperature' does not support 0.4", param: 'temperature' },
      {},
    ],
  ])('should switch %s once and remember it for that model', async (name, error, expected) => {
    fake.respond(({ body }) => (name in body ? errorAnswer(400, error) : undefined))
    const connection = provider()
    const request = textRequest({ temperature: 0.4, maxTokens: 9 })
    const first = await bodiesOf(() => connection.generateText(request, call()))
    expect(first).toHaveLength(2)
    expect(first[1]).toMatchObject(expected)
    expect(await bodiesOf(() => connection.generateText(request, call()))).toHaveLength(1)
    const other = { ...request, model: 'another' }
    expect(await bodiesOf(() => connection.generateText(other, call()))).toHaveLength(2)
  })

  it('should stop at one switch and say which flag to set', async () => {
    fake.respond(() => errorAnswer(400, { message: 'Unknown field max_tokens' }))
    const before = fake.requests.length
    await expect(
      provider().generateText(textRequest({ maxTokens: 9 }), call()),
    ).rejects.toMatchObject({
      code: 'provider_bad_request',
      message: expect.stringContaining("capabilities.tokenParam to 'max_completion_tokens'"),
    })
    expect(fake.requests.length - before).toBe(2)
  })

  it('should not switch when only the value is wrong', async () => {
    const message = 'max_tokens is too large: 99999. This model supports at most 4096.'
    fake.respond(() => errorAnswer(400, { message, param: 'max_tokens' }))
    const bodies = await bodiesOf(() =>
      provider()
        .generateText(textRequest({ maxTokens: 99_999 }), call())
        .catch(() => null),
    )
    expect(bodies).toHaveLength(1)
  })
})

describe('listModels', () => {
  it('should list ids sorted, and nothing where there is no list', async () => {
    fake.respond(() => undefined)
    const { signal } = new AbortController()
    expect(await provider().listModels(signal)).toEqual(['fake-image', 'fake-text'])
    fake.respond(() => errorAnswer(404))
    expect(await provider().listModels(signal)).toEqual([])
    fake.respond(() => rawAnswer('<html></html>', { type: 'text/html' }))
    expect(await provider().listModels(signal)).toEqual([])
    fake.respond(() => errorAnswer(401))
    await expect(provider().listModels(signal)).rejects.toMatchObject({ code: 'provider_auth' })
  })
})
