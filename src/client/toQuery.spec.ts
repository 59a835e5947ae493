import { describe, expect, it } from 'vitest'

import { toQuery } from './toQuery.js'

describe('toQuery', () => {
  it('should leave out what is not given', () => {
    expect(toQuery({ a: undefined, b: null })).toBe('')
    expect(toQuery({ a: 1, b: undefined, c: false })).toBe('?a=1&c=false')
  })

  it('should write nested values as Payload reads them', () => {
    const query = toQuery({ where: { or: [{ alt: { contains: 'a&b' } }, { id: { in: [1, 2] } }] } })
    expect(decodeURIComponent(query)).toBe(
      '?where[or][0][alt][contains]=a&b&where[or][1][id][in][0]=1&where[or][1][id][in][1]=2',
    )
    expect(query).toContain('a%26b')
  })
})
