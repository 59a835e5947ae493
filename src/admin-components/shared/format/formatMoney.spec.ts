import { describe, expect, it } from 'vitest'

import { formatMoney } from './formatMoney.js'

const english = (amount: number) => formatMoney({ amount, locale: 'en' })

describe('formatMoney', () => {
  it('should show as many digits as matter', () => {
    expect([0, 1.3, 1234.5, 0.08, 0.5, 0.0042, 0.001234, 0.00004].map(english)).toEqual([
      '$0.00',
      '$1.30',
      '$1,234.50',
      '$0.08',
      '$0.50',
      '$0.0042',
      '$0.0012',
      '< $0.0001',
    ])
  })

  it('should write it as the locale does', () => {
    expect(formatMoney({ amount: 1.3, locale: 'de' }).replace(/\s/, ' ')).toBe('1,30 $')
  })
})
