import { describe, expect, it } from 'vitest'

import type { Phrase } from './sentence.js'

import { closeMatches, hint, limitedHint } from './closeMatches.js'
import { said } from './sentence.js'

describe('closeMatches', () => {
  const candidates = ['topic', 'Audience', 'tone', 'copy-1', 'copy-2']

  it('should find what a slip of the pen meant, nearest first', () => {
    expect(closeMatches({ name: 'topik', candidates })).toEqual(['topic'])
    expect(closeMatches({ name: 'audience', candidates })).toEqual(['Audience'])
    expect(closeMatches({ name: 'copy-2', candidates })).toEqual(['copy-2', 'copy-1'])
  })

  it('should guess nothing for short or quite different names', () => {
    expect(closeMatches({ name: 'x', candidates: ['ab', 'y'] })).toEqual([])
    expect(closeMatches({ name: 'banner', candidates })).toEqual([])
    expect(closeMatches({ name: 'x'.repeat(65), candidates: ['x'.repeat(65)] })).toEqual([])
  })

  it('should be a sentence, a limited number of times', () => {
    const inEnglish = (words: Phrase | null) => words && said(words).message
    expect(inEnglish(hint({ name: 'tonic', candidates }))).toBe('Did you mean topic or tone?')
    const alike = ['ab1', 'ab2', 'ab3', 'ab4']
    expect(inEnglish(hint({ name: 'ab0', candidates: alike }))).toBe(
      'Did you mean ab1 or ab2 or ab3?',
    )
    const limited = limitedHint(1)
    expect(inEnglish(limited({ name: 'tones', candidates }))).toBe('Did you mean tone?')
    expect(limited({ name: 'tones', candidates })).toBeNull()
  })
})
