import { describe, expect, it } from 'vitest'

import { planOf } from './testSupport/drawGraph.js'

const sourcesOf = (...args: Parameters<typeof planOf>) => planOf(...args).node('t').sources

describe('sources of an attach', () => {
  it('should be the makers straight before it', () => {
    expect(sourcesOf('copy:c > attach:t, image:i > t')).toEqual({ copy: ['c'], image: ['i'] })
  })

  it('should be found further back, behind the images', () => {
    expect(sourcesOf('copy:c > image:i > attach:t')).toEqual({ copy: ['c'], image: ['i'] })
  })

  it('should be the review and not what it was given', () => {
    expect(sourcesOf('copy:c > review:r > attach:t, image:i > t').copy).toEqual(['r'])
    expect(sourcesOf('copy:c > review:r > attach:t, image:i > r')).toEqual({
      copy: ['r'],
      image: ['r'],
    })
  })

  it('should stay the review when the copies also come by a side way', () => {
    expect(sourcesOf('copy:c > review:r > attach:t, c > image:i > t')).toEqual({
      copy: ['r'],
      image: ['i'],
    })
    expect(sourcesOf('copy:c > review:r > attach:t, c > t, image:i > t').copy).toEqual(['r'])
  })

  it('should look through a review that only passes images', () => {
    expect(sourcesOf('copy:c > image:i > review:r > attach:t')).toEqual({
      copy: ['c'],
      image: ['r'],
    })
  })

  it('should be the merge or parallel nearest to it', () => {
    expect(sourcesOf('copy:a > merge:m > attach:t, copy:b > m, image:i > t').copy).toEqual(['m'])
    expect(sourcesOf('copy:a > parallel:p > image:i > attach:t').copy).toEqual(['p'])
  })

  it('should look behind a condition, whose output has no items of its own', () => {
    expect(sourcesOf('copy:c > if:f.true > attach:t, image:i > t').copy).toEqual(['c'])
    expect(sourcesOf('copy:c > review:r > if:f.true > attach:t, image:i > t').copy).toEqual(['r'])
  })

  it('should be several where several lead to it', () => {
    expect(sourcesOf('copy:a > attach:t, copy:b > t, image:i > t').copy).toEqual(['a', 'b'])
    expect(sourcesOf('copy:a > copy:b > attach:t, a > t, image:i > t').copy).toEqual(['a', 'b'])
    expect(sourcesOf('copy:a > copy:b > attach:t, image:i > t').copy).toEqual(['b'])
  })

  it('should be the configured ones where there are any', () => {
    const sources = { copySourceNode: 'a', imageSourceNode: ' i ' }
    expect(sourcesOf('copy:a > copy:b > attach:t, image:i > t', { t: sources })).toEqual({
      copy: ['a'],
      image: ['i'],
    })
  })

  it('should be the review in a copy, image, review, attach flow with side edges', () => {
    const plan = planOf('copy:c > image:i > merge:m > review:r > attach:t, c > m', {
      i: { copySourceNode: 'c' },
    })
    expect(plan.node('t').sources).toEqual({ copy: ['r'], image: ['r'] })
    expect(plan.node('i').sources).toEqual({ copy: ['c'] })
    expect(planOf('copy:c > image:i').node('i').sources).toEqual({})
  })
})
