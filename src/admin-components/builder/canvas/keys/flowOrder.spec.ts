import { describe, expect, it } from 'vitest'

import { flowOrder } from './flowOrder.js'

const node = (id: string, x: number, y: number) => ({
  id,
  type: 'generate_copy',
  label: id,
  position: { x, y },
  config: {},
})
const edge = (source: string, target: string) => ({ id: `${source}${target}`, source, target })

describe('the order of Tab', () => {
  it('should follow the edges, then the place from left to right and top to bottom', () => {
    const nodes = [
      node('last', 0, 0),
      node('low', 300, 200),
      node('high', 300, 0),
      node('a', 100, 0),
    ]
    const edges = [edge('a', 'high'), edge('a', 'low'), edge('high', 'last'), edge('low', 'last')]
    expect(flowOrder({ nodes, edges })).toEqual(['a', 'high', 'low', 'last'])
  })

  it('should visit every node of a drawing with a circle', () => {
    const nodes = [node('b', 200, 0), node('a', 0, 0)]
    expect(flowOrder({ nodes, edges: [edge('a', 'b'), edge('b', 'a')] })).toEqual(['a', 'b'])
  })
})
