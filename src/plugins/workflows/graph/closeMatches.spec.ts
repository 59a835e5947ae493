import { describe, expect, it } from 'vitest'

import { closeMatches, hint, limitedHint } from './closeMatches.js'

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
    expect(hint({ name: 'tonic', candidates })).toBe(' Did you mean topic or tone?')
    const limited = limitedHint(1)
    expect(limited({ name: 'tones', candidates })).toBe(' Did you mean tone?')
    expect(limited({ name: 'tones', candidates })).toBe('')
  })
})
