import { describe, expect, it } from 'vitest'

import { cutGraph } from './cutGraph.js'

const node = (id: string) => ({ id, type: 'generate_copy', label: id, config: {} })
const edge = (source: string, target: string) => ({ id: `${source}>${target}`, source, target })

describe('cutGraph', () => {
  it('should keep the node and all that leads to it, and nothing else', () => {
    const graph = {
      nodes: ['a', 'b', 'c', 'd', 'alone'].map(node),
      edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'c'), edge('c', 'd'), edge('b', 'd')],
    }
    expect(cutGraph({ graph, upTo: 'c' })).toEqual({
      nodes: ['a', 'b', 'c'].map(node),
      edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')],
    })
  })

  it('should come to an end in a circle', () => {
    const graph = { nodes: ['a', 'b'].map(node), edges: [edge('a', 'b'), edge('b', 'a')] }
    expect(cutGraph({ graph, upTo: 'b' })?.nodes).toHaveLength(2)
  })

  it('should keep an edge from nowhere, for the validation to name', () => {
    const graph = { nodes: [node('a')], edges: [edge('ghost', 'a')] }
    expect(cutGraph({ graph, upTo: 'a' })?.edges).toHaveLength(1)
  })

  it.each([[null], [[]], [{ nodes: 'x' }], [{ nodes: [1, null] }]])(
    'should find no node in %j',
    (graph) => {
      expect(cutGraph({ graph, upTo: 'a' })).toBeNull()
    },
  )
})
