import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import type { TextRequest } from '../types.js'
import { demoProvider } from './demoProvider.js'

const hints = {
  seed: 'run-1',
  params: { topic: 'oat milk' },
  index: 0,
  quantity: 1,
  nodeLabel: 'Blog post',
  prompt: 'Write.',
  context: [],
}
const text: TextRequest = {
  system: 'You are Acme.',
  messages: [{ role: 'user', content: [{ type: 'text', text: 'Write about oat milk.' }] }],
  hints,
}
const image = { prompt: 'Oat milk', style: 'minimalist', width: 64, height: 48, hints }
const call = (signal = new AbortController().signal) => ({ signal, idempotencyKey: 'k' })

describe('demoProvider', () => {
  it('should say what it is', async () => {
    const demo = demoProvider()
    expect(demo).toMatchObject({
      id: 'demo',
      label: 'Demo (no AI)',
      isDemo: true,
      textModel: 'demo-writer',
      imageModel: 'demo-artist',
    })
    expect(await demo.listModels(new AbortController().signal)).toEqual([
      'demo-artist',
      'demo-writer',
    ])
  })

  it('should stream exactly the text it returns, and count tokens', async () => {
    const pieces: string[] = []
    const result = await demoProvider({ latencyMs: 0 }).generateText(text, {
      ...call(),
      onToken: (delta) => pieces.push(delta),
    })
    expect(pieces.length).toBeGreaterThan(10)
    expect(pieces.join('')).toBe(result.text)
    expect(result).toMatchObject({
      model: 'demo-writer',
      finishReason: 'stop',
      tokensIn: 9,
      tokensOut: Math.ceil(result.text.length / 4),
      requestId: expect.stringMatching(/^demo_[0-9a-f]{8}$/),
    })
  })

  it('should paint an image of the size that is asked for', async () => {
    const result = await demoProvider({ latencyMs: 0 }).generateImage(image, call())
    expect(result).toMatchObject({ mimeType: 'image/png', model: 'demo-artist', tokensOut: 0 })
    expect(await sharp(result.bytes).metadata()).toMatchObject({ width: 64, height: 48 })
  })

  it('should take the time it is told', async () => {
    const demo = demoProvider({ latencyMs: { text: [120, 160], image: [120, 160] } })
    for (const run of [
      () => demo.generateText(text, call()),
      () => demo.generateImage(image, call()),
    ]) {
      const started = performance.now()
      await run()
      expect(performance.now() - started).toBeGreaterThanOrEqual(115)
    }
  })

  it('should stop at once, with the reason of its caller', async () => {
    const demo = demoProvider({ latencyMs: { text: [60_000, 60_000], image: [60_000, 60_000] } })
    const reason = new Error('stopped by a person')
    for (const run of [
      (signal: AbortSignal) => demo.generateText(text, call(signal)),
      (signal: AbortSignal) => demo.generateImage(image, call(signal)),
    ]) {
      await expect(run(AbortSignal.abort(reason))).rejects.toBe(reason)
      const controller = new AbortController()
      const running = run(controller.signal)
      controller.abort(reason)
      await expect(running).rejects.toBe(reason)
    }
  })

  it('should stop in the middle of a stream', async () => {
    const demo = demoProvider({ latencyMs: { text: [2000, 2000], image: [0, 0] } })
    const controller = new AbortController()
    let heard = 0
    const onToken = () => {
      if (++heard === 2) controller.abort()
    }
    await expect(
      demo.generateText(text, { ...call(controller.signal), onToken }),
    ).rejects.toMatchObject({ name: 'AbortError' })
    expect(heard).toBe(2)
  })
})
