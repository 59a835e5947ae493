import { describe, expect, it } from 'vitest'

import type { Box } from '../pointer/alignGuides.js'

import { distanceTo, farLine } from '../edges/farLine.js'
import { planCards, planEdges } from './planDetail.js'

const seen = { x: 0, y: 0, width: 1_000, height: 800 }
const NEAR = { seen, isFar: false }
const FAR = { seen, isFar: true }

/** A row of cards, far longer than the picture is wide. */
const row = (count: number): Map<string, Box> =>
  new Map(
    Array.from({ length: count }, (_, at): [string, Box] => [
      `s${at}`,
      { x: at * 300, y: 0, width: 240, height: 56 },
    ]),
  )

describe('what is drawn in full', () => {
  it('should be what one sees and a little more, the seen ones first', () => {
    const { more, less } = planCards({ boxes: row(100), view: NEAR, isFull: () => false })
    expect(more).toEqual(['s0', 's1', 's2', 's3', 's4'])
    expect(less).toEqual([])
  })

  it('should be all of a small workflow, wherever one looks', () => {
    const { more } = planCards({ boxes: row(20), view: NEAR, isFull: () => false })
    expect(more).toHaveLength(20)
  })

  it('should be nothing from afar, and stay a while beside the picture', () => {
    const isFull = (id: string) => ['s0', 's6', 's40'].includes(id)
    expect(planCards({ boxes: row(100), view: FAR, isFull }).less).toEqual(['s0', 's6', 's40'])
    expect(planCards({ boxes: row(100), view: NEAR, isFull }).less).toEqual(['s40'])
  })

  it('should hold the edges that cross the picture, and the chosen one from afar', () => {
    const edges = ['0>1', '0>90', '50>51'].map((id) => {
      const [from, to] = id.split('>')
      return { id, source: `s${from}`, target: `s${to}` }
    })
    const plan = { edges, boxes: row(100), shown: new Set<string>() }
    expect(planEdges({ ...plan, view: NEAR, pinned: new Set() }).more).toEqual(['0>1', '0>90'])
    expect(planEdges({ ...plan, view: FAR, pinned: new Set(['50>51']) }).more).toEqual(['50>51'])
  })
})

describe('the line of an edge from afar', () => {
  it('should be caught beside it and not far from it', () => {
    const [from, to] = [
      { x: 0, y: 0, width: 240, height: 56 },
      { x: 400, y: 200, width: 240, height: 56 },
    ]
    const line = farLine({ from, to })
    expect(distanceTo({ x: 320, y: 120 }, line)).toBe(0)
    expect(distanceTo({ x: 330, y: 120 }, line)).toBe(10)
    expect(distanceTo({ x: 240, y: 28 }, line)).toBe(0)
    expect(distanceTo({ x: 500, y: 500 }, line)).toBeGreaterThan(100)
  })
})
