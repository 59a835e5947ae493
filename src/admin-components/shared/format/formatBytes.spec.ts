import { describe, expect, it } from 'vitest'

import { formatBytes } from './formatBytes.js'

const english = (bytes: number) => formatBytes({ bytes, locale: 'en' })

describe('formatBytes', () => {
  it('should choose the unit that reads best', () => {
    expect([0, 1, 999, 1024, 421_888, 1_258_291, 10_485_760].map(english)).toEqual([
      '0 B',
      '1 B',
      '999 B',
      '1 KB',
      '412 KB',
      '1.2 MB',
      '10 MB',
    ])
  })

  it('should never say 1024 of a unit', () => {
    expect([1_048_575, 1_073_741_823].map(english)).toEqual(['1 MB', '1 GB'])
  })

  it('should write numbers as the locale does, and bear odd input', () => {
    expect(formatBytes({ bytes: 1_258_291, locale: 'de' })).toBe('1,2 MB')
    expect([-5, 0.4, 1e18].map(english)).toEqual(['0 B', '0 B', '909,494.7 TB'])
  })
})
