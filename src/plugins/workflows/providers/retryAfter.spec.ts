import { describe, expect, it } from 'vitest'

import { readRetryAfter } from './retryAfter.js'

const NOW = Date.parse('2026-11-22T10:00:00Z')

describe('readRetryAfter', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['seconds', { 'retry-after': '7' }, 7000],
    ['fractions of a second', { 'retry-after': '0.5' }, 500],
    ['milliseconds first', { 'retry-after-ms': '1500', 'retry-after': '7' }, 1500],
    ['an HTTP date', { 'retry-after': 'Sun, 22 Nov 2026 10:00:30 GMT' }, 30_000],
    [
      "an HTTP date by the server's clock",
      { 'retry-after': 'Sun, 22 Nov 2026 11:00:30 GMT', date: 'Sun, 22 Nov 2026 11:00:00 GMT' },
      30_000,
    ],
    ['a date long past', { 'retry-after': 'Sun, 22 Nov 2020 10:00:30 GMT' }, null],
    ['nothing', {}, null],
    ['a negative number', { 'retry-after': '-5' }, null],
    ['zero', { 'retry-after': '0' }, null],
    ['nonsense', { 'retry-after': 'soon' }, null],
    ['an absurd number', { 'retry-after': '1000000000' }, 600_000],
    ['an endless number', { 'retry-after': '1e400' }, null],
    [
      'resets of a used-up budget',
      {
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1m30s',
        'x-ratelimit-remaining-tokens': '10',
        'x-ratelimit-reset-tokens': '6m0s',
      },
      90_000,
    ],
    [
      'resets in milliseconds',
      { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '120ms' },
      120,
    ],
  ])('should read %s', (_name, headers, expected) => {
    expect(readRetryAfter(new Headers(headers), NOW)).toBe(expected)
  })
})
