import { describe, expect, it } from 'vitest'

import { drawFlow } from './drawFlow.js'

describe('drawFlow', () => {
  it('should bear an empty graph, and edges that lead nowhere', () => {
    expect(drawFlow({ nodes: [], edges: [] })).toMatchObject({ nodes: [], edges: '' })
    const edges = [{ id: 'e', source: 'a', target: 'gone' }]
    const nodes = [{ id: 'a', type: 'merge', label: 'A', position: { x: 0, y: 0 }, config: {} }]
    expect(drawFlow({ nodes, edges }).edges).toBe('')
  })
})
