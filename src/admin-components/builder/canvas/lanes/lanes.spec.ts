import { describe, expect, it } from 'vitest'

import type { GraphNode } from '../../../../plugins/workflows/graph/types.js'

import { findLanes } from './findLanes.js'
import { frameLanes } from './frameLanes.js'

const node = (id: string, type = 'generate_copy'): GraphNode => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config: {},
})
const edge = (source: string, target: string) => ({ id: `${source}->${target}`, source, target })
const card = (x: number, y: number) => ({ x, y, width: 240, height: 54 })

describe('lanes of a parallel', () => {
  it('should hold what is behind each branch, up to the merge', () => {
    const graph = {
      nodes: [
        node('p', 'parallel'),
        node('a'),
        node('a2'),
        node('b'),
        node('m', 'merge'),
        node('z'),
      ],
      edges: [
        edge('p', 'a'),
        edge('a', 'a2'),
        edge('a2', 'm'),
        edge('p', 'b'),
        edge('b', 'm'),
        edge('m', 'z'),
      ],
    }
    expect(findLanes(graph)).toEqual([{ parallelId: 'p', lanes: [['a', 'a2'], ['b']] }])
  })

  it('should not be drawn around a single branch, nor in a circle', () => {
    const single = { nodes: [node('p', 'parallel'), node('a')], edges: [edge('p', 'a')] }
    expect(findLanes(single)).toEqual([])
    const circle = {
      nodes: [node('p', 'parallel'), node('a'), node('b')],
      edges: [edge('p', 'a'), edge('p', 'b'), edge('a', 'p')],
    }
    expect(findLanes(circle)).toEqual([])
  })

  it('should be divided where branches lie below each other, in the order one sees', () => {
    const frame = frameLanes({
      parallelId: 'p',
      header: card(-400, 0),
      lanes: [[card(0, 200)], [card(0, 0), card(320, 0)]],
    })
    expect(frame?.lanes.map(({ number }) => number)).toEqual([2, 1])
    expect(frame?.box).toMatchObject({ x: -24, width: 608 })
    expect(frame?.hasHeader).toBe(false)
  })

  it('should have the card of the parallel as its header when that stands on top', () => {
    const frame = frameLanes({
      parallelId: 'p',
      header: card(-24, -90),
      lanes: [[card(0, 0)], [card(0, 110)]],
    })
    expect(frame).toMatchObject({ hasHeader: true, box: { x: -24, y: -90, width: 288 } })
  })

  it('should have no lines where branches lie beside each other', () => {
    const frame = frameLanes({
      parallelId: 'p',
      header: null,
      lanes: [[card(0, 0)], [card(320, 20)]],
    })
    expect(frame?.lanes).toEqual([])
  })
})
