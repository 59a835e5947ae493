import { describe, expect, it } from 'vitest'

import { formatDuration } from './formatDuration.js'

const english = (seconds: number) => formatDuration({ ms: seconds * 1000, locale: 'en' })

describe('formatDuration', () => {
  it('should say the two largest units', () => {
    expect([0, 0.42, 1, 38.2, 60, 72, 3_599.6, 7_500, 90_000, -3].map(english)).toEqual([
      '0 s',
      '0.4 s',
      '1 s',
      '38 s',
      '1 m',
      '1 m 12 s',
      '1 h',
      '2 h 5 m',
      '1 d 1 h',
      '0 s',
    ])
  })

  it('should write parts of a second as the locale does', () => {
    expect(formatDuration({ ms: 420, locale: 'de' })).toBe('0,4 s')
  })
})
