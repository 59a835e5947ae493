import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  errorAnswer,
  hang,
  rateLimited,
  reset,
  startFakeOpenAI,
  textAnswer,
  type FakeOpenAI,
} from './fakeOpenAI.js'

let fake: FakeOpenAI
beforeAll(async () => {
  fake = await startFakeOpenAI()
})
afterAll(() => fake.close())
beforeEach(() => fake.respond(() => undefined))

function post(
  path: string,
  body: object,
  { key, signal }: { key?: string; signal?: AbortSignal } = {},
) {
  return fetch(fake.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
    body: JSON.stringify(body),
    signal,
  })
}

const chat = { model: 'fake-text', messages: [{ role: 'user', content: 'Write.' }] }

describe('startFakeOpenAI', () => {
  it('should write a different text for every request', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => (await post('/chat/completions', chat)).json()),
    )
    const texts = answers.map(({ choices }) => choices[0].message.content)
    expect(new Set(texts).size).toBe(5)
    expect(answers[0].usage.completion_tokens).toBeGreaterThan(0)
  })

  it('should stream the same protocol, with usage when asked', async () => {
    fake.respond(() => textAnswer({ text: 'Two words' }))
    const body = { ...chat, stream: true, stream_options: { include_usage: true } }
    const lines = (await (await post('/chat/completions', body)).text()).trim().split('\n\n')
    expect(lines.at(-1)).toBe('data: [DONE]')
    expect(lines.at(-2)).toContain('completion_tokens')
    expect(lines.join('')).toContain('"content":"Two "')
  })

  it('should fill the schema it is given', async () => {
    const properties = {
      title: { type: 'string' },
      body: { type: 'string' },
      score: { type: 'number' },
      mood: { enum: ['calm', 'loud'] },
    }
    const json_schema = { name: 'x', schema: { type: 'object', properties } }
    const body = { ...chat, response_format: { type: 'json_schema', json_schema } }
    const { choices } = await (await post('/chat/completions', body)).json()
    expect(JSON.parse(choices[0].message.content)).toMatchObject({
      title: expect.stringMatching(/^Answer \d+/),
      body: expect.any(String),
      score: 7,
      mood: 'calm',
    })
  })

  it('should paint an image of the size asked for', async () => {
    const { data } = await (await post('/images/generations', { size: '320x160' })).json()
    const image = await sharp(Buffer.from(data[0].b64_json, 'base64')).metadata()
    expect(image).toMatchObject({ format: 'png', width: 320, height: 160 })
  })

  it('should count started and paid calls by key', async () => {
    let calls = 0
    fake.respond(() => (calls++ % 2 ? errorAnswer(500) : undefined))
    for (let round = 0; round < 4; round++) {
      await (await post('/chat/completions', chat, { key: 'job-7' })).text()
    }
    expect(fake.callsByKey()['job-7']).toEqual({ started: 4, answered: 2 })
    const log = await (await fetch(new URL('/__log', fake.url))).json()
    expect(log.callsByKey['job-7']).toEqual({ started: 4, answered: 2 })
    expect(log.requests.at(-1)).toMatchObject({ idempotencyKey: 'job-7', body: chat })
  })

  it('should hang until it is aborted, and write down when', async () => {
    fake.respond(() => hang())
    const before = fake.requests.length
    const controller = new AbortController()
    const asked = post('/chat/completions', chat, { key: 'hung', signal: controller.signal })
    await expect.poll(() => fake.requests.length, { interval: 5 }).toBe(before + 1)
    controller.abort()
    await expect(asked).rejects.toThrow()
    const request = fake.requests.at(-1)!
    await expect.poll(() => request.abortedAt, { interval: 5 }).toBeGreaterThan(0)
    expect(request.finishedAt).toBeNull()
    expect(fake.callsByKey()['hung']).toEqual({ started: 1, answered: 0 })
  })

  it('should reset connections and limit rates as scripted', async () => {
    fake.respond(() => rateLimited({ 'retry-after': '3' }))
    const limited = await post('/chat/completions', chat)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3'])
    fake.respond(() => reset())
    await expect(post('/chat/completions', chat)).rejects.toThrow()
    fake.respond(() => reset({ midBody: true }))
    const half = await post('/chat/completions', chat)
    await expect(half.text()).rejects.toThrow()
  })

  it('should take its time, unless the client leaves', async () => {
    const slow = await startFakeOpenAI({ latencyMs: 60 })
    const started = Date.now()
    await (await fetch(`${slow.url}/chat/completions`, { method: 'POST', body: '{}' })).text()
    expect(Date.now() - started).toBeGreaterThanOrEqual(55)
    await slow.close()
  })
})
