import { describe, expect, it } from 'vitest'

import type { GraphNode } from '../../../plugins/workflows/graph/types.js'

import { compareGraphs, isSameFlow } from './compareGraphs.js'

const node = (id: string, config: GraphNode['config'] = {}, more: Partial<GraphNode> = {}) => ({
  id,
  type: 'generate_copy',
  label: id,
  position: { x: 0, y: 0 },
  config,
  ...more,
})
const edge = (source: string, target: string, more: object = {}) => ({
  id: `${source}-${target}`,
  source,
  target,
  ...more,
})

describe('compareGraphs', () => {
  it('should name what was added, removed and changed', () => {
    const before = {
      nodes: [node('a', { promptTemplate: 'Write', quantity: 2 }), node('b')],
      edges: [edge('a', 'b')],
    }
    const after = {
      nodes: [node('a', { promptTemplate: 'Write well', quantity: 2 }), node('c')],
      edges: [edge('a', 'c')],
    }
    const found = compareGraphs({ before, after })
    expect(found.added.map(({ id }) => id)).toEqual(['c'])
    expect(found.removed.map(({ id }) => id)).toEqual(['b'])
    expect(found.changed).toMatchObject([
      {
        after: { id: 'a' },
        renamed: false,
        settings: [{ key: 'promptTemplate', before: 'Write', after: 'Write well' }],
      },
    ])
    expect([found.addedEdges.length, found.removedEdges.length]).toEqual([1, 1])
  })

  it('should not mind positions, the order of keys, or edges that were drawn anew', () => {
    const before = {
      nodes: [node('a', { x: 1, y: { p: 1, q: 2 } }), node('b')],
      edges: [edge('a', 'b', { sourceHandle: 'out' })],
    }
    const after = {
      nodes: [node('b'), node('a', { y: { q: 2, p: 1 }, x: 1 }, { position: { x: 9, y: 9 } })],
      edges: [edge('a', 'b', { id: 'other' })],
    }
    expect(isSameFlow(compareGraphs({ before, after }))).toBe(true)
  })

  it('should tell a new name, another type and new notes apart', () => {
    const before = { nodes: [node('a')], edges: [] }
    const after = {
      nodes: [node('a', {}, { label: 'A', type: 'review', notes: 'Ask Dana.' })],
      edges: [],
    }
    expect(compareGraphs({ before, after }).changed).toMatchObject([
      { renamed: true, retyped: true, renoted: true, settings: [] },
    ])
  })
})
