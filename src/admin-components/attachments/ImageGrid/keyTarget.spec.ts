import { describe, expect, it } from 'vitest'

import { keyTarget } from './keyTarget.js'

const to = (key: string, index: number, rtl = false) =>
  keyTarget({ key, index, total: 5, columns: 3, rtl })

describe('keyTarget', () => {
  it('should move by one, by a row, and to the ends', () => {
    expect([to('ArrowRight', 0), to('ArrowLeft', 4), to('ArrowDown', 1), to('ArrowUp', 3)]).toEqual(
      [1, 3, 4, 0],
    )
    expect([to('Home', 3), to('End', 3)]).toEqual([0, 4])
  })

  it('should stay at the edges and leave other keys alone', () => {
    const stays = [to('ArrowLeft', 0), to('ArrowRight', 4), to('ArrowDown', 3), to('ArrowUp', 2)]
    expect([...stays, to('Home', 0), to('a', 2)]).toEqual([null, null, null, null, null, null])
  })

  it('should follow the reading direction', () => {
    expect([to('ArrowRight', 1, true), to('ArrowLeft', 1, true)]).toEqual([0, 2])
  })
})
