import { describe, expect, it } from 'vitest'

import type { OutputItem } from '../defineNode.js'
import type { AttachMatch } from './pairs.js'
import type { AttachStrategy } from './spec.js'

import { haveCopyLinks, planPairs } from './pairs.js'

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ index }))

const pairs = (
  strategy: AttachStrategy,
  copies: object[],
  images: object[],
  matchBy: AttachMatch = 'position',
) =>
  planPairs({
    strategy,
    matchBy,
    copies: copies.map((copy) => ({ ...copy })),
    images: images.map((image) => ({ ...image })),
  }).map(({ copyIndex, imageIndex }) => [copyIndex, imageIndex])

describe('planPairs by position', () => {
  it('should pair one to one up to the shorter list', () => {
    const five = [0, 1, 2, 3, 4].map((index) => [index, index])
    expect(pairs('one_to_one', many(10), many(5))).toEqual(five)
    expect(pairs('one_to_one', many(5), many(10))).toEqual(five)
  })

  it('should go round with fewer images than copies', () => {
    expect(pairs('round_robin', many(5), many(2))).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 0],
    ])
    expect(pairs('round_robin', many(2), many(3))).toEqual([
      [0, 0],
      [1, 1],
    ])
  })

  it('should give the first image to every copy and every image to the first copy', () => {
    expect(pairs('one_to_many', many(3), many(2))).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ])
    expect(pairs('many_to_one', many(3), many(2))).toEqual([
      [0, 0],
      [0, 1],
    ])
    expect(pairs('all_to_all', many(2), many(2))).toHaveLength(4)
  })

  it('should respect what one document takes', () => {
    expect(pairs('many_to_one', many(1), many(25))).toHaveLength(20)
    expect(pairs('all_to_all', many(2), many(25))).toHaveLength(40)
  })

  it('should plan nothing without copies or images', () => {
    expect(pairs('all_to_all', [], many(2))).toEqual([])
    expect(pairs('round_robin', many(2), [])).toEqual([])
  })
})

describe('planPairs by id', () => {
  const copies = [{ document_id: 1 }, { document_id: 2 }, { document_id: 3 }]

  it('should follow the document an image was made for, whatever the order', () => {
    const images = [{ document_id: 3 }, { document_id: '1' }, { document_id: 2 }]
    expect(pairs('one_to_one', copies, images, 'id')).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ])
  })

  it('should follow copy_index where there is no document, then fill up by position', () => {
    expect(pairs('one_to_one', copies, [{ copy_index: 2 }, {}], 'id')).toEqual([
      [0, 1],
      [2, 0],
    ])
    expect(pairs('round_robin', copies, [{ document_id: 2 }], 'id')).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
    ])
  })

  it('should pair by position when nothing is linked', () => {
    const images: OutputItem[] = [{}, { document_id: 99 }]
    expect(haveCopyLinks(copies, images)).toBe(false)
    expect(pairs('one_to_one', copies, images, 'id')).toEqual([
      [0, 0],
      [1, 1],
    ])
  })
})

describe('planPairs by content', () => {
  const copies = [
    { title: 'Winter boots', text: 'Warm boots for snow.' },
    { title: 'Summer sandals', text: 'Light sandals for the beach.' },
    { title: 'Beach towels', text: 'Soft towels for sandals and beach.' },
  ]
  const images = [{ alt: 'Sandals on a beach' }, { alt: 'Boots in the snow' }]

  it('should take the pair with the most words in common first', () => {
    expect(pairs('one_to_one', copies, images, 'content')).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('should use every image evenly when images are used again', () => {
    const used = pairs('round_robin', [...copies, { text: 'Sandals, beach' }], images, 'content')
    expect(used).toHaveLength(4)
    expect(used.filter(([, image]) => image === 0)).toHaveLength(2)
    expect(used).toContainEqual([0, 1])
  })
})
