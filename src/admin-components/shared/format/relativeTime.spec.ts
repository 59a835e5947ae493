import { describe, expect, it } from 'vitest'

import { fullDate, relativeTime } from './relativeTime.js'

const NOW = Date.parse('2026-06-22T10:00:00Z')
const english = (seconds: number) =>
  relativeTime({ date: NOW + seconds * 1000, now: NOW, locale: 'en' })

describe('relativeTime', () => {
  it('should choose the unit that reads best', () => {
    expect([0, -5, -119, -7_200, -90_000, 90, 86_400 * 40].map(english)).toEqual([
      'now',
      '5 seconds ago',
      '1 minute ago',
      '2 hours ago',
      'yesterday',
      'in 1 minute',
      'next month',
    ])
  })

  it("should speak the locale's language and bear what is no date", () => {
    expect(relativeTime({ date: NOW - 7_200_000, now: NOW, locale: 'de' })).toBe('vor 2 Stunden')
    expect(relativeTime({ date: 'soon', now: NOW, locale: 'en' })).toBe('')
    expect(fullDate({ date: 'soon', locale: 'en' })).toBe('')
  })
})

describe('fullDate', () => {
  it('should say day and time', () => {
    expect(fullDate({ date: NOW, locale: 'en' })).toMatch(/^June 22, 2026 at \d+:00/)
  })
})
