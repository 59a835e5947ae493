import { describe, expect, it } from 'vitest'

import type { FlowStep } from '../types.js'

import { collapseFinished } from './collapseFinished.js'
import { drawCollapsed } from './drawCollapsed.js'

const step = (id: string, x: number, y: number, branches: FlowStep['branches'] = []) =>
  ({ id, position: { x, y }, branches }) as FlowStep
const edge = (source: string, target: string, sourceHandle?: string) => ({
  id: `${source}-${target}`,
  source,
  target,
  ...(sourceHandle && { sourceHandle }),
})
const draw = (steps: FlowStep[], edges: ReturnType<typeof edge>[]) => {
  const graph = { steps, edges }
  const isFinished = (id: string) => id === id.toUpperCase()
  const { graph: drawn, stacks } = drawCollapsed({
    graph,
    collapsed: collapseFinished({ graph, isFinished }),
  })
  return { graph, drawn, stacks }
}

describe('drawCollapsed', () => {
  it('should leave a flow as it is while nothing can be collapsed', () => {
    const { graph, drawn } = draw([step('a', 0, 0), step('b', 900, 0)], [edge('a', 'b')])
    expect(drawn).toBe(graph)
  })

  it('should put the stack where its last step stood, and lead edges to it', () => {
    const { drawn, stacks } = draw(
      [step('x', 0, 0, [{ id: 'yes', label: 'Yes' }]), step('A', 320, 0), step('B', 640, 0)].concat(
        [step('C', 960, 0), step('d', 1280, 0)],
      ),
      [edge('x', 'A', 'yes'), edge('A', 'B'), edge('B', 'C'), edge('C', 'd')],
    )
    expect(stacks).toMatchObject([{ nodeIds: ['A', 'B', 'C'], standsFor: 'C' }])
    expect(drawn.edges).toEqual([
      { id: 'x>yes>stack:A', source: 'x', target: 'stack:A', sourceHandle: 'yes' },
      { id: 'stack:A>>d', source: 'stack:A', target: 'd' },
    ])
  })

  it('should close the columns that became empty, and keep the order of the rest', () => {
    const { drawn, stacks } = draw(
      [step('x', 0, 0), step('A', 320, 0), step('B', 640, 0), step('C', 960, 0)].concat([
        step('d', 1280, 0),
        step('e', 1280, 190),
      ]),
      [edge('x', 'A'), edge('A', 'B'), edge('B', 'C'), edge('C', 'd'), edge('C', 'e')],
    )
    const xs = Object.fromEntries(drawn.steps.map(({ id, position }) => [id, position.x]))
    expect(stacks[0]?.position.x).toBe(360)
    expect(xs).toEqual({ x: 0, d: 680, e: 680 })
  })

  it('should draw several edges between the same cards once', () => {
    const { drawn } = draw(
      [step('A', 0, 0), step('B', 320, 0), step('C', 320, 190), step('d', 640, 0)].concat([
        step('E', 320, 380),
      ]),
      ['B', 'C', 'E'].flatMap((id) => [edge('A', id), edge(id, 'd')]),
    )
    expect(drawn.edges).toEqual([{ id: 'stack:A>>d', source: 'stack:A', target: 'd' }])
  })
})
