import { describe, expect, it } from 'vitest'

import { DRAWING, drawFlow } from '../admin-components/gallery/drawFlow.js'
import { systemTemplates } from './systemTemplates.js'

const apart = (a: { x: number; y: number }, b: { x: number; y: number }) => ({
  x: Math.abs(a.x - b.x),
  y: Math.abs(a.y - b.y),
})

describe('the drawing of a system template', () => {
  it.each(systemTemplates.map(({ name, graph }) => [name, graph] as const))(
    'should keep the boxes of %s inside and apart',
    (_, graph) => {
      const { nodes, box } = drawFlow(graph)
      for (const [index, node] of nodes.entries()) {
        expect(node.x).toBeGreaterThanOrEqual(box.width / 2)
        expect(node.x).toBeLessThanOrEqual(DRAWING.width - box.width / 2)
        expect(node.y).toBeGreaterThanOrEqual(box.height / 2)
        expect(node.y).toBeLessThanOrEqual(DRAWING.height - box.height / 2)
        for (const other of nodes.slice(index + 1)) {
          const gap = apart(node, other)
          expect(gap.x >= box.width || gap.y >= box.height).toBe(true)
        }
      }
    },
  )
})
