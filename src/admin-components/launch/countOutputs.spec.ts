import { describe, expect, it } from 'vitest'

import type { GraphNode } from '../../client/types.js'

import { countOutputs } from './countOutputs.js'

const node = (id: string, type: string, config: GraphNode['config'] = {}): GraphNode => ({
  id,
  type,
  label: id,
  position: { x: 0, y: 0 },
  config,
})
const count = (nodes: GraphNode[], params = {}) =>
  countOutputs({ graph: { nodes, edges: [] }, params })

describe('countOutputs', () => {
  it('should follow the params that quantities name', () => {
    const nodes = [
      node('a', 'generate_copy', { quantity: '{{ads}}' }),
      node('b', 'generate_image', { quantity: 3 }),
    ]
    expect(count(nodes, { ads: 10 })).toEqual([
      { kind: 'copy', count: 10, status: 'draft' },
      { kind: 'image', count: 3 },
    ])
  })

  it('should add up what goes to the same place, and keep the rest apart', () => {
    const nodes = [
      node('a', 'generate_copy', { quantity: 2 }),
      node('b', 'generate_copy'),
      node('c', 'generate_copy', { collection: 'ads', outputStatus: 'published' }),
    ]
    expect(count(nodes)).toEqual([
      { kind: 'copy', count: 3, status: 'draft' },
      { kind: 'copy', count: 1, collection: 'ads', status: 'published' },
    ])
  })

  it('should count one for each item of another node, and say so when it cannot know', () => {
    const nodes = [
      node('a', 'generate_copy', { quantity: 4 }),
      node('b', 'generate_image', { copySourceNode: 'a' }),
      node('c', 'generate_copy', { itemsFrom: 'c', collection: 'loop' }),
    ]
    const [loop, image] = [count(nodes)[1], count(nodes)[2]]
    expect(loop?.count).toBeNull()
    expect(image).toEqual({ kind: 'image', count: 4 })
  })
})
