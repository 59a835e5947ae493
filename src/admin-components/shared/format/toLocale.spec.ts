import { describe, expect, it } from 'vitest'

import { toLocale } from './toLocale.js'

describe('toLocale', () => {
  it('should keep what Intl knows and mend what it would refuse', () => {
    expect(['en', 'de', 'zh-TW', 'bnBd', 'rs-latin', '', 'a b'].map(toLocale)).toEqual([
      'en',
      'de',
      'zh-TW',
      'bn-BD',
      'rs-latin',
      'en',
      'en',
    ])
  })
})
