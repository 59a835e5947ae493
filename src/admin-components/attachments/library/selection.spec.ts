import { describe, expect, it } from 'vitest'

import type { LibraryImage } from './libraryImage.js'

import { NOTHING, selectRange, toggle, type Selection } from './selection.js'

const shown = [0, 1, 2, 3, 4, 5].map((id) => ({ id }) as LibraryImage)
const image = (id: number) => shown[id] as LibraryImage
const ids = ({ images }: Selection) => images.map(({ id }) => id)
const choose = (...wanted: number[]) =>
  wanted.reduce((selection, id) => toggle({ selection, image: image(id), room: 20 }), NOTHING)
const range = (selection: Selection, to: number, room = 20) =>
  selectRange({ selection, image: image(to), shown, room, canChoose: ({ id }) => id !== 3 })

describe('selection', () => {
  it('should keep the order of choosing and give up again', () => {
    expect(ids(choose(4, 1, 2))).toEqual([4, 1, 2])
    expect(ids(choose(4, 1, 4))).toEqual([1])
  })

  it('should choose no more than there is room for', () => {
    const full = toggle({ selection: choose(1), image: image(2), room: 1 })
    expect(ids(full)).toEqual([1])
    expect(ids(toggle({ selection: full, image: image(1), room: 1 }))).toEqual([])
  })

  it('should choose a range in either direction, leaving out what cannot be chosen', () => {
    expect(ids(range(choose(1), 5))).toEqual([1, 2, 4, 5])
    expect(ids(range(choose(5), 1))).toEqual([5, 4, 2, 1])
    expect(ids(range(range(choose(2), 4), 0))).toEqual([2, 4, 1, 0])
  })

  it('should fill a range only as far as there is room, and toggle without an anchor', () => {
    expect(ids(range(choose(0), 5, 3))).toEqual([0, 1, 2])
    expect(ids(range(NOTHING, 2))).toEqual([2])
  })
})
