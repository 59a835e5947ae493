import { describe, expect, it } from 'vitest'

import { figureOf, judge, median } from './ratio.js'

describe('figures of several rounds', () => {
  it('takes the middle one, or the mean of the two in the middle', () => {
    expect(median([30, 10, 20])).toBe(20)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })

  it('keeps the range beside the median', () => {
    expect(figureOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, rounds: 3 })
  })
})

describe('goals', () => {
  it('are met from below where less is better', () => {
    const goal = { must: 2, aim: 1.5 }
    expect([1.5, 1.6, 2.1].map((value) => judge(value, goal))).toEqual(['aim', 'must', 'missed'])
  })

  it('are met from above where more is better', () => {
    const goal = { must: 1.2, aim: 1.8, atLeast: true }
    expect([1.8, 1.2, 1.1].map((value) => judge(value, goal))).toEqual(['aim', 'must', 'missed'])
  })

  it('are missed by a figure that could not be measured', () => {
    expect(judge(Number.NaN, { must: 1, aim: 1 })).toBe('missed')
  })
})
