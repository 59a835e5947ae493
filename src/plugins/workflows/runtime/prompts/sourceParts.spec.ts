import { describe, expect, it } from 'vitest'

import type { ContextSource } from '../nodeContext.js'

import { MAX_CONTEXT_CHARACTERS, MAX_CONTEXT_IMAGES, sourceParts } from './sourceParts.js'

const source = (text: string, images = 0): ContextSource => ({
  kind: 'document',
  id: '1',
  title: 'Brand',
  text,
  images: Array.from({ length: images }, () => ({
    mimeType: 'image/jpeg',
    bytes: Buffer.from('x'),
    alt: 'Logo',
  })),
})

describe('sourceParts', () => {
  it('should say nothing without sources', () => {
    expect(sourceParts([])).toEqual([])
  })

  it('should be the same request for the same sources and another mark for others', () => {
    expect(sourceParts([source('a')])).toEqual(sourceParts([source('a')]))
    expect(sourceParts([source('a')])[0]).not.toEqual(sourceParts([source('b')])[0])
  })

  it('should share the room among many sources and bound the pictures', () => {
    const parts = sourceParts(Array.from({ length: 10 }, () => source('word '.repeat(8_000), 5)))
    const characters = parts.reduce(
      (sum, part) => sum + (part.type === 'text' ? part.text.length : 0),
      0,
    )
    expect(characters).toBeLessThan(MAX_CONTEXT_CHARACTERS * 1.1)
    expect(parts.filter(({ type }) => type === 'image')).toHaveLength(MAX_CONTEXT_IMAGES)
  })
})
