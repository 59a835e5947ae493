import { describe, expect, it } from 'vitest'

import { nearestFreeSize, nearestStandardSize } from './imageSize.js'

describe('nearestFreeSize', () => {
  it.each([
    [1024, 1024, 1024, 1024],
    [1080, 1080, 1088, 1088],
    [1920, 1080, 1920, 1088],
    [1080, 1920, 1088, 1920],
    [3000, 300, 3008, 1008],
    [200, 100, 1152, 576],
    [8000, 4000, 3840, 1920],
  ])('should cover %i x %i with %i x %i', (width, height, asWidth, asHeight) => {
    expect(nearestFreeSize({ width, height })).toEqual({ width: asWidth, height: asHeight })
  })
})

describe('nearestStandardSize', () => {
  it.each([
    [1080, 1080, '1024x1024'],
    [1920, 1080, '1536x1024'],
    [1080, 1920, '1024x1536'],
  ])('should choose for %i x %i the size %s', (width, height, expected) => {
    const size = nearestStandardSize({ width, height })
    expect(`${size.width}x${size.height}`).toBe(expected)
  })
})
