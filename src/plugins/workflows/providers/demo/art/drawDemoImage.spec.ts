import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import type { ImageRequest } from '../../types.js'
import { composeSvg, drawDemoImage } from './drawDemoImage.js'

const STYLES = ['professional_marketing', 'minimalist', 'vibrant', 'realistic', 'artistic', 'other']

function imageRequest(index: number, request: Partial<ImageRequest> = {}): ImageRequest {
  return {
    prompt: `A picture for ad ${index}`,
    style: 'vibrant',
    width: 256,
    height: 256,
    hints: {
      seed: 'run-1',
      params: { topic: 'city bike' },
      index,
      quantity: 5,
      nodeLabel: 'Ad images',
      prompt: 'Paint.',
      context: [],
    },
    ...request,
  }
}

/** What an eye at some distance sees: 16 x 16 dots. */
async function glance(bytes: Buffer): Promise<Buffer> {
  return await sharp(bytes).resize(16, 16, { fit: 'fill' }).raw().toBuffer()
}

function difference(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length
}

describe('drawDemoImage', () => {
  it.each([
    [1024, 1024],
    [1080, 1080],
    [1920, 1080],
    [1080, 1920],
    [333, 77],
  ])('should be a PNG of exactly %i x %i', async (width, height) => {
    const bytes = await drawDemoImage({ request: imageRequest(0, { width, height }), seed: '' })
    expect(await sharp(bytes).metadata()).toMatchObject({
      format: 'png',
      width,
      height,
      channels: 3,
    })
  })

  it('should paint the same picture for the same request, and another for another seed', async () => {
    const request = imageRequest(2)
    const first = await drawDemoImage({ request, seed: '' })
    expect(first.equals(await drawDemoImage({ request, seed: '' }))).toBe(true)
    expect(first.equals(await drawDemoImage({ request, seed: 'x' }))).toBe(false)
  })

  it.each(STYLES)('should make five pictures that differ at a glance: %s', async (style) => {
    const glances: Buffer[] = []
    for (let index = 0; index < 5; index++) {
      glances.push(
        await glance(await drawDemoImage({ request: imageRequest(index, { style }), seed: '' })),
      )
    }
    glances.forEach((one, at) => {
      for (const other of glances.slice(at + 1)) expect(difference(one, other)).toBeGreaterThan(12)
    })
  })
})

describe('composeSvg', () => {
  it('should hold nothing that is slow, broken or made of fonts', () => {
    for (const style of STYLES) {
      for (const [width, height] of [
        [1080, 1080],
        [1920, 1080],
        [1080, 1920],
      ] as const) {
        for (let index = 0; index < 10; index++) {
          const svg = composeSvg({
            request: imageRequest(index, { style, width, height }),
            seed: `${index}`,
          })
          expect(svg).not.toMatch(
            /feTurbulence|feGaussianBlur|mix-blend|<text|<image|NaN|undefined/,
          )
          expect(svg.length).toBeLessThan(120_000)
        }
      }
    }
  })

  it('should show the object of the topic', () => {
    const of = (topic: string) => {
      const { hints, ...request } = imageRequest(1, { style: 'professional_marketing' })
      return composeSvg({
        request: { ...request, hints: { ...hints, nodeLabel: 'x', params: { topic } } },
        seed: '',
      })
    }
    // The saddle of the bicycle, the handle of the cup.
    expect(of('city bike')).toContain('M27 25H39')
    expect(of('coffee')).toContain('M70 44H78')
  })
})
