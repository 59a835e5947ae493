import { describe, expect, it, vi } from 'vitest'

import { createKeyedStore } from './flowStates.js'

describe('createKeyedStore', () => {
  it('should tell only those whose value is another one', () => {
    const store = createKeyedStore(new Map([['a', 1]]))
    const heard = { a: vi.fn(), b: vi.fn() }
    store.subscribe('a', heard.a)
    const stop = store.subscribe('b', heard.b)
    store.replace(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    )
    expect([heard.a.mock.calls.length, heard.b.mock.calls.length]).toEqual([0, 1])
    stop()
    store.replace(new Map())
    expect([heard.a.mock.calls.length, heard.b.mock.calls.length]).toEqual([1, 1])
    expect(store.get('a')).toBeUndefined()
  })
})
