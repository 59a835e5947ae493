import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  errorAnswer,
  hang,
  imageAnswer,
  jsonAnswer,
  rawAnswer,
  startFakeOpenAI,
  type FakeOpenAI,
} from '../../../../../tests/support/fakeOpenAI.js'
import { openAIProvider, type OpenAIProviderOptions } from '../openai.js'
import type { ImageRequest } from '../types.js'

let fake: FakeOpenAI
beforeAll(async () => {
  fake = await startFakeOpenAI()
})
afterAll(() => fake.close())

function provider(options: Partial<OpenAIProviderOptions> = {}) {
  return openAIProvider({ apiKey: 'k', baseURL: fake.url, allowInsecure: true, ...options })
}

function imageRequest(request: Partial<ImageRequest> = {}): ImageRequest {
  const hints = { seed: '', params: {}, index: 0, quantity: 1, nodeLabel: '', prompt: '' }
  return {
    prompt: 'A bicycle at dawn',
    style: 'minimalist',
    width: 1080,
    height: 1080,
    hints: { ...hints, context: [] },
    ...request,
  }
}

const call = () => ({ signal: new AbortController().signal, idempotencyKey: 'image-1' })

describe('generateImage', () => {
  it('should ask for a size the API takes and hand back the exact one', async () => {
    fake.respond(() => undefined)
    const result = await provider().generateImage(imageRequest(), call())
    const request = fake.requests.at(-1)!
    expect(request.body).toEqual({
      model: 'gpt-image-2',
      prompt: expect.stringMatching(/^A bicycle at dawn\n\nStyle: minimalist, /),
      n: 1,
      size: '1088x1088',
    })
    expect(request.idempotencyKey).toBe('image-1')
    const { width, height, format } = await sharp(result.bytes).metadata()
    expect({ width, height, format }).toEqual({ width: 1080, height: 1080, format: 'png' })
    expect(result).toMatchObject({ mimeType: 'image/png', tokensIn: 12, tokensOut: 272 })
  })

  it('should fall back to a standard size, and remember it', async () => {
    fake.respond(({ body }) =>
      String(body['size']).startsWith('1088')
        ? errorAnswer(400, { message: 'Invalid size 1088x1920', param: 'size' })
        : undefined,
    )
    const connection = provider()
    const before = fake.requests.length
    for (let round = 0; round < 2; round++) {
      const result = await connection.generateImage(
        imageRequest({ width: 1080, height: 1920 }),
        call(),
      )
      expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 1080, height: 1920 })
    }
    const sizes = fake.requests.slice(before).map(({ body }) => body['size'])
    expect(sizes).toEqual(['1088x1920', '1024x1536', '1024x1536'])
  })

  it('should fetch an address only where private ones are allowed', async () => {
    const png = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    fake.respond(({ path }) =>
      path === '/picture.png'
        ? rawAnswer(png, { type: 'image/png' })
        : imageAnswer({ url: new URL('/picture.png', fake.url).href }),
    )
    const local = provider({ allowPrivateImageURLs: true })
    const result = await local.generateImage(imageRequest({ width: 32, height: 32 }), call())
    expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 32, height: 32 })
    expect(fake.requests.at(-1)).toMatchObject({ method: 'GET', path: '/picture.png' })
    expect(fake.requests.at(-1)!.headers).not.toHaveProperty('authorization')

    const before = fake.requests.length
    await expect(provider().generateImage(imageRequest(), call())).rejects.toMatchObject({
      code: 'answer_invalid',
      action: 'fail',
    })
    expect(fake.requests.length - before).toBe(1)
  })

  it.each([
    ['no data', jsonAnswer({ data: [] }), 'answer_invalid'],
    ['an empty image', jsonAnswer({ data: [{}] }), 'answer_invalid'],
    ['an SVG', imageAnswer({ bytes: Buffer.from('<svg/>') }), 'answer_invalid'],
    ['a refusal', errorAnswer(400, { code: 'moderation_blocked' }), 'content_policy'],
    ['a missing endpoint', errorAnswer(404), 'provider_bad_request'],
    ['HTML', rawAnswer('<html></html>', { type: 'text/html' }), 'answer_invalid'],
  ])('should name %s', async (_name, answer, code) => {
    fake.respond(() => answer)
    const before = fake.requests.length
    await expect(provider().generateImage(imageRequest(), call())).rejects.toMatchObject({ code })
    expect(fake.requests.length - before).toBe(1)
  })

  it('should not ask a server that makes no images', async () => {
    const before = fake.requests.length
    const connection = provider({ capabilities: { images: false } })
    await expect(connection.generateImage(imageRequest(), call())).rejects.toMatchObject({
      code: 'capability_missing',
      action: 'fail',
    })
    expect(fake.requests.length).toBe(before)
  })

  it('should give an image the time of a whole answer', async () => {
    fake.respond(() => hang())
    const connection = provider({ timeouts: { firstByteMs: 1, wholeAnswerMs: 120 } })
    const started = Date.now()
    await expect(connection.generateImage(imageRequest(), call())).rejects.toMatchObject({
      code: 'provider_timeout',
    })
    expect(Date.now() - started).toBeGreaterThanOrEqual(115)
  })
})
