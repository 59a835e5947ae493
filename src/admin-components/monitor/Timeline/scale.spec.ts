import { describe, expect, it } from 'vitest'

import type { Bar } from './lanes.js'

import { horizonOf, scaleOf } from './scale.js'

const MINUTE = 60_000
const bar = (start: number, end: number) => ({ start, end }) as Bar

describe('scaleOf', () => {
  it('should be linear where nothing waits long, with ticks on round moments', () => {
    const { at, gaps, ticks } = scaleOf({ work: [bar(0, 40_000)], end: 40_000, shorten: true })
    expect(gaps).toEqual([])
    expect(at(20_000) / at(40_000)).toBeCloseTo(0.5)
    expect(at(40_000)).toBeLessThan(1)
    expect(ticks).toEqual([0, 10_000, 20_000, 30_000, 40_000])
  })

  it('should cut a night’s wait short and keep the work beside it readable', () => {
    const night = 12 * 60 * MINUTE
    const work = [bar(0, MINUTE), bar(night, night + MINUTE)]
    const { at, gaps, ticks } = scaleOf({ work, end: night + MINUTE, shorten: true })
    expect(gaps).toEqual([{ from: MINUTE, to: night }])
    expect(at(MINUTE)).toBeGreaterThan(0.3)
    expect(at(night + MINUTE) - at(night)).toBeGreaterThan(0.2)
    expect(ticks.filter((tick) => tick > MINUTE && tick < night)).toEqual([])
    expect(ticks.length).toBeLessThan(20)
  })

  it('should shorten a wait that still goes on', () => {
    const { gaps } = scaleOf({ work: [bar(0, MINUTE)], end: 90 * MINUTE, shorten: true })
    expect(gaps).toEqual([{ from: MINUTE, to: 90 * MINUTE }])
  })

  it('should keep the order of moments, inside a wait as well', () => {
    const { at } = scaleOf({
      work: [bar(0, MINUTE), bar(99 * MINUTE, 100 * MINUTE)],
      end: 100 * MINUTE,
      shorten: true,
    })
    const places = Array.from({ length: 101 }, (_, minute) => at(minute * MINUTE))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('should leave everything to scale when asked, and have more ticks when zoomed', () => {
    const work = [bar(0, MINUTE), bar(99 * MINUTE, 100 * MINUTE)]
    const { gaps, ticks } = scaleOf({ work, end: 100 * MINUTE, shorten: false })
    expect(gaps).toEqual([])
    const near = scaleOf({ work, end: 100 * MINUTE, shorten: false, zoom: 8 })
    expect(near.ticks.length).toBeGreaterThan(ticks.length * 2)
  })

  it('should shorten nothing where nobody has worked', () => {
    expect(scaleOf({ work: [], end: 100 * MINUTE, shorten: true }).gaps).toEqual([])
  })
})

describe('horizonOf', () => {
  it('should stand still for a while, and never lie before what it is for', () => {
    const seconds = Array.from({ length: 300 }, (_, at) => (at + 1) * 1000)
    const places = seconds.map(horizonOf)
    expect(places.every((place, at) => place >= (seconds[at] ?? 0))).toBe(true)
    expect(places.every((place, at) => place <= (seconds[at] ?? 0) * 1.13)).toBe(true)
    expect(new Set(places).size).toBeLessThan(70)
  })
})
