import { describe, expect, it } from 'vitest'

import { describeChange } from './describeChange.js'

const node = (id: string) => ({
  id,
  type: 'generate_copy',
  label: id.toUpperCase(),
  position: { x: 0, y: 0 },
  config: {},
})
const edge = { id: 'ab', source: 'a', target: 'b' }
const note = { id: 'n', text: '', position: { x: 0, y: 0 }, size: { width: 200, height: 120 } }
const two = { nodes: [node('a'), node('b')], edges: [], notes: [] }

describe('what screen readers hear of an edit', () => {
  it('should name what came and what went, and count when there are several', () => {
    const none = { nodes: [], edges: [], notes: [] }
    const one = { ...none, nodes: [node('a')] }
    expect(describeChange({ before: none, after: one })).toEqual({
      key: 'builder:added',
      variables: { name: 'A' },
    })
    expect(describeChange({ before: one, after: none })?.key).toBe('builder:removed')
    expect(describeChange({ before: two, after: none })).toEqual({
      key: 'builder:removedMany',
      variables: { count: 2 },
    })
  })

  it('should name both ends of a connection', () => {
    const joined = { ...two, edges: [edge] }
    expect(describeChange({ before: two, after: joined })).toEqual({
      key: 'builder:connected',
      variables: { from: 'A', to: 'B' },
    })
    expect(describeChange({ before: joined, after: two })?.key).toBe('builder:disconnected')
  })

  it('should say nothing of moves and settings', () => {
    const moved = {
      ...two,
      nodes: two.nodes.map((each) => ({ ...each, position: { x: 9, y: 9 } })),
    }
    expect(describeChange({ before: two, after: moved })).toBeNull()
  })

  it('should hear of notes', () => {
    const noted = { ...two, notes: [note] }
    expect(describeChange({ before: two, after: noted })?.key).toBe('builder:noteAdded')
    expect(describeChange({ before: noted, after: two })?.key).toBe('builder:noteRemoved')
  })
})
