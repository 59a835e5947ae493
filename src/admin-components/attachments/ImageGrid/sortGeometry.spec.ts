import { describe, expect, it } from 'vitest'

import { columnsOf, nearestSlot, shiftOf } from './sortGeometry.js'

/** Five cards of 100 × 80, three in a row, 10 apart. */
const slots = [0, 1, 2, 3, 4].map((index) => ({
  left: (index % 3) * 110,
  top: Math.floor(index / 3) * 90,
  width: 100,
  height: 80,
}))

describe('dragging in a grid', () => {
  it('should find the place under the card', () => {
    const at = (from: number, x: number, y: number) => nearestSlot({ slots, from, shift: { x, y } })
    expect([at(0, 20, 5), at(0, 70, 0), at(0, 100, 80), at(4, -400, -400)]).toEqual([0, 1, 4, 0])
  })

  it('should move the cards in between by one place', () => {
    const shifts = (from: number, to: number) =>
      slots.map((_, index) => shiftOf({ slots, index, from, to }))
    expect(shifts(0, 3)).toEqual([
      { x: 0, y: 0 },
      { x: -110, y: 0 },
      { x: -110, y: 0 },
      { x: 220, y: -90 },
      { x: 0, y: 0 },
    ])
    expect(shifts(3, 1).map(({ x }) => x)).toEqual([0, 110, -220, 0, 0])
    expect(shifts(2, 2).every(({ x, y }) => x === 0 && y === 0)).toBe(true)
  })

  it('should count the columns', () => {
    expect([columnsOf(slots), columnsOf(slots.slice(0, 2)), columnsOf([])]).toEqual([3, 2, 1])
  })
})
