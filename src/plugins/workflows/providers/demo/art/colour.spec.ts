import { describe, expect, it } from 'vitest'

import { oklch, ramp } from './colour.js'

describe('oklch', () => {
  it('should give the known colours', () => {
    expect(oklch(1, 0, 0)).toBe('#ffffff')
    expect(oklch(0, 0, 0)).toBe('#000000')
    expect(oklch(0.628, 0.2577, 29.23)).toMatch(/^#f[ef]0[0-3]0[0-3]$/)
  })

  it('should stay on the screen by losing chroma, not hue', () => {
    for (let hue = 0; hue < 360; hue += 7) {
      expect(oklch(0.7, 0.4, hue)).toMatch(/^#[0-9a-f]{6}$/)
    }
  })
})

describe('ramp', () => {
  it('should hold both ends and take the short way round', () => {
    const colours = ramp({ from: [0.7, 0.1, 350], to: [0.7, 0.1, 10], steps: 3 })
    expect(colours).toEqual([oklch(0.7, 0.1, 350), oklch(0.7, 0.1, 0), oklch(0.7, 0.1, 10)])
  })
})
