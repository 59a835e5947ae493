import { describe, expect, it } from 'vitest'

import type { FlowStep } from '../types.js'

import { anchorOf, placeOf } from './anchor.js'
import { collapseFinished } from './collapseFinished.js'
import { drawCollapsed } from './drawCollapsed.js'

const steps = ['A', 'B', 'C', 'd'].map(
  (id, at) => ({ id, position: { x: at * 320, y: 0 }, branches: [] }) as unknown as FlowStep,
)
const edges = ['B', 'C', 'd'].map((target, at) => ({
  id: target,
  source: steps[at]?.id ?? '',
  target,
}))
const draw = (isCollapsed: boolean) => {
  const isFinished = (id: string) => isCollapsed && id !== 'd'
  const graph = { steps, edges }
  return drawCollapsed({ graph, collapsed: collapseFinished({ graph, isFinished }) })
}

describe('what stays under one’s eyes', () => {
  it('should be the nearest card, or the node in whose place a stack stands', () => {
    expect(anchorOf({ flow: draw(false), middle: { x: 300, y: 40 } })).toBe('B')
    expect(anchorOf({ flow: draw(true), middle: { x: 600, y: 0 } })).toBe('C')
  })

  it('should be found again as part of a stack', () => {
    const collapsed = draw(true)
    expect(placeOf(collapsed, 'B')).toEqual(collapsed.stacks[0]?.position)
    expect(placeOf(draw(false), 'B')).toEqual({ x: 320, y: 0 })
    expect(placeOf(collapsed, 'nobody')).toBeUndefined()
  })
})
