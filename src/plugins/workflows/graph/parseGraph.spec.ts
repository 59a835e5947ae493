import { describe, expect, it } from 'vitest'

import { parseGraph } from './parseGraph.js'

const node = (over: Record<string, unknown> = {}) => ({ id: 'a', type: 'merge', ...over })
const codes = (input: unknown) =>
  parseGraph(input).problems.map(({ code, path }) => `${code} ${path}`.trim())

describe('parseGraph', () => {
  it('should fill what a client may leave out and drop what only its canvas knows', () => {
    const { graph, problems } = parseGraph({
      viewport: { zoom: 2 },
      nodes: [node({ selected: true }), node({ id: 'b', position: { x: 3 }, label: ' ' })],
      edges: [
        { source: 'a', target: 'b', sourceHandle: null, targetHandle: null, animated: true },
        { source: 'a', target: 'b', sourceHandle: 'true' },
      ],
    })
    expect(problems).toEqual([])
    expect(graph).toEqual({
      nodes: [
        { id: 'a', type: 'merge', label: 'merge', position: { x: 0, y: 0 }, config: {} },
        { id: 'b', type: 'merge', label: 'merge', position: { x: 3, y: 0 }, config: {} },
      ],
      edges: [
        { id: 'a->b', source: 'a', target: 'b' },
        { id: 'a->b:true', source: 'a', target: 'b', sourceHandle: 'true' },
      ],
    })
  })

  it('should give the same graph when its own answer is parsed again', () => {
    const { graph } = parseGraph({ nodes: [node()], edges: [] })
    expect(parseGraph(JSON.parse(JSON.stringify(graph))).graph).toEqual(graph)
  })

  it('should refuse what is no graph', () => {
    expect(codes(null)).toEqual(['invalid_type'])
    expect(codes([])).toEqual(['invalid_type'])
    expect(codes({})).toEqual(['required_field_missing nodes', 'required_field_missing edges'])
    expect(codes({ nodes: {}, edges: 'x' })).toEqual(['invalid_type nodes', 'invalid_type edges'])
    expect(codes({ nodes: [], edges: [] })).toEqual(['empty_graph nodes'])
  })

  it('should name every broken part at once and keep what can be read', () => {
    const { graph, problems } = parseGraph({
      nodes: [
        7,
        { type: 'merge' },
        { id: 'x' },
        node({ label: 3, position: { x: 'left' }, config: [] }),
        node(),
      ],
      edges: [null, { source: 'a' }, { id: 'e', source: 'a', target: 4 }],
    })
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'invalid_type nodes[0]',
      'required_field_missing nodes[1].id',
      'required_field_missing nodes[2].type',
      'invalid_type nodes[3].label',
      'invalid_type nodes[3].position',
      'invalid_type nodes[3].config',
      'duplicate_id nodes[4].id',
      'invalid_type edges[0]',
      'required_field_missing edges[1].target',
      'invalid_type edges[2].target',
    ])
    expect(graph?.nodes.map(({ id }) => id)).toEqual(['x', 'a', 'a'])
    expect(problems.at(-1)?.edgeId).toBe('e')
  })

  it('should refuse ids that are no names or that every object has', () => {
    const bad = ['1a', 'a b', 'ä', 'a.b', 'a'.repeat(65), 'toString', 'constructor', '__proto__']
    for (const id of bad) {
      const { problems } = parseGraph({ nodes: [node({ id })], edges: [] })
      expect(problems[0], id).toMatchObject({ code: 'invalid_type', path: 'nodes[0].id' })
      expect(problems[0]?.message).toContain('start with a letter')
    }
    expect(codes({ nodes: [node({ id: 'copy-1_B' })], edges: [] })).toEqual([])
  })

  it('should refuse two edges with one id, but make ids of its own unique', () => {
    const nodes = [node(), node({ id: 'b' })]
    const edge = { id: 'e', source: 'a', target: 'b' }
    expect(codes({ nodes, edges: [edge, edge] })).toEqual(['duplicate_id edges[1].id'])
    const { graph, problems } = parseGraph({
      nodes,
      edges: [
        { source: 'a', target: 'b' },
        { source: 'a', target: 'b', targetHandle: 'x' },
      ],
    })
    expect(problems).toEqual([])
    expect(new Set(graph?.edges.map(({ id }) => id)).size).toBe(2)
  })

  it('should refuse more than 1,000 nodes and 5,000 edges', () => {
    const nodes = Array.from({ length: 1_001 }, (_, at) => node({ id: `n${at}` }))
    const edges = Array.from({ length: 5_001 }, () => ({ source: 'n0', target: 'n1' }))
    expect(codes({ nodes, edges })).toEqual(['graph_too_large nodes', 'graph_too_large edges'])
    expect(parseGraph({ nodes, edges: [] }).graph).toBeNull()
    expect(codes({ nodes: nodes.slice(1), edges: [] })).toEqual([])
  })

  it('should measure nesting without overflowing, at any depth', () => {
    const nest = (depth: number) => {
      let value: unknown = 1
      for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { x: value }
      return { nodes: [node({ config: { value } })], edges: [] }
    }
    // Graph, nodes, node and config are the first four levels.
    expect(codes(nest(28))).toEqual([])
    expect(codes(nest(29))).toEqual(['graph_too_large'])
    expect(codes(nest(100_000))).toEqual(['graph_too_large'])
  })
})
