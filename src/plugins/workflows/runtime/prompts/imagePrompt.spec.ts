import { describe, expect, it } from 'vitest'

import { altText, imagePrompt } from './imagePrompt.js'

describe('imagePrompt', () => {
  it('should add the style and the copy to illustrate', () => {
    const copy = { title: 'Sandals', text: 'For every beach.' }
    const prompt = imagePrompt({ prompt: 'A hero image', style: 'minimalist', copy })
    expect(prompt).toContain('A hero image')
    expect(prompt).toContain('Sandals\nFor every beach.')
    expect(prompt).toContain('Style: minimalist')
    expect(imagePrompt({ prompt: 'A', style: 'woodcut', copy: null })).toBe('A\n\nStyle: woodcut.')
  })

  it('should stay within what image servers take', () => {
    const copy = { text: 'word '.repeat(10_000) }
    const prompt = imagePrompt({ prompt: 'word '.repeat(20_000), style: 'vibrant', copy })
    expect(prompt.length).toBeLessThan(32_000)
  })
})

describe('altText', () => {
  it('should be the title of the copy it illustrates', () => {
    expect(altText({ prompt: 'Draw', copy: { title: 'New sandals' }, isDemo: false })).toBe(
      'New sandals',
    )
  })

  it('should be the subject of the prompt without the order to draw it', () => {
    const prompt = 'Create a bright hero image of red sandals on a beach. Use soft light.'
    expect(altText({ prompt, copy: null, isDemo: false })).toBe('Red sandals on a beach')
    expect(altText({ prompt: 'Sandals\non sand', copy: null, isDemo: false })).toBe(
      'Sandals on sand',
    )
  })

  it('should be short and say when it is a demo', () => {
    const alt = altText({ prompt: 'word '.repeat(100), copy: null, isDemo: true })
    expect(alt.length).toBeLessThanOrEqual(125)
    expect(alt).toMatch(/… \(demo image\)$/)
    expect(altText({ prompt: ' ', copy: null, isDemo: false })).toBe('Image')
  })
})
