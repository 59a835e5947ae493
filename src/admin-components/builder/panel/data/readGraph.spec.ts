import { describe, expect, it } from 'vitest'

import type { WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

import { builtInSpecs } from '../../../../plugins/workflows/nodes/specs.js'
import { createGraphReader } from './readGraph.js'

const specs = new Map(builtInSpecs.map((spec) => [spec.type, spec]))
const node = (id: string, label: string, config = {}) => ({
  id,
  type: 'generate_image',
  label,
  position: { x: 0, y: 0 },
  config,
})
const graph: WorkflowGraph = {
  nodes: [node('a', 'First'), node('b', 'Second', { promptTemplate: 'x' })],
  edges: [{ id: 'e', source: 'a', target: 'b' }],
}
const withNode = (changed: ReturnType<typeof node>): WorkflowGraph => ({
  ...graph,
  nodes: graph.nodes.map((one) => (one.id === changed.id ? changed : one)),
})

describe('createGraphReader', () => {
  it('should answer the same graph while somebody types or moves a card', () => {
    const read = createGraphReader({ specs, nodeId: 'b' })
    expect(read(graph)).toBe(graph)
    expect(read(withNode(node('b', 'Second', { promptTemplate: 'xy' })))).toBe(graph)
    expect(read(withNode({ ...node('a', 'First'), position: { x: 9, y: 9 } }))).toBe(graph)
  })

  it('should answer the new one when a name, a connection or the source of items changes', () => {
    const changes = [
      withNode(node('a', 'Renamed')),
      { ...graph, edges: [] },
      withNode(node('b', 'Second', { promptTemplate: 'x', copySourceNode: 'a' })),
      { ...graph, nodes: graph.nodes.slice(0, 1) },
    ]
    for (const changed of changes) {
      const read = createGraphReader({ specs, nodeId: 'b' })
      read(graph)
      expect(read(changed)).toBe(changed)
    }
  })
})
