import { describe, expect, it } from 'vitest'

import { codesOf, draw, problemsOf } from '../testSupport/drawGraph.js'

const cyclesOf = (graph: unknown) =>
  problemsOf(graph)
    .filter(({ code }) => code === 'cycle_detected')
    .map(({ data }) => data?.cycle?.join(' '))

describe('structure rules', () => {
  it('should name an end that does not exist and what was probably meant', () => {
    const graph = draw('copy:first > copy:second')
    const edges = [{ id: 'e', source: 'frist', target: 'second' }]
    const [problem] = problemsOf({ ...graph, edges })
    expect(problem).toMatchObject({
      code: 'unknown_endpoint',
      path: 'edges[0].source',
      edgeId: 'e',
    })
    expect(problem?.message).toContain('no node “frist”. Did you mean first?')
  })

  it('should not mistake what objects inherit for a node', () => {
    const edges = [{ source: 'toString', target: '__proto__' }]
    expect(codesOf({ ...draw('copy:a'), edges })).toEqual([
      'unknown_endpoint edges[0].source',
      'unknown_endpoint edges[0].target',
    ])
  })

  it('should refuse an edge to itself and one that is there twice', () => {
    expect(codesOf(draw('copy:a > a'))).toEqual(['self_edge edges[0]'])
    const twice = draw('copy:a > copy:b, a > b, a.out > b')
    expect(codesOf(twice)).toEqual(['duplicate_edge edges[1]', 'duplicate_edge edges[2]'])
    expect(codesOf(draw('if:c.true > merge:m, c.false > m'))).toEqual([])
  })

  it('should name a circle of two in the order it runs', () => {
    const [problem] = problemsOf(draw('copy:a > copy:b > a'))
    expect(problem).toMatchObject({
      code: 'cycle_detected',
      path: 'nodes[0]',
      nodeId: 'a',
      message: 'This workflow runs in a circle: a → b → a.',
      data: { cycle: ['a', 'b', 'a'] },
    })
  })

  it('should name every circle that shares no node with another', () => {
    const apart = draw('copy:a > copy:b > a, copy:c > copy:d > copy:e > c')
    expect(cyclesOf(apart).sort()).toEqual(['a b a', 'c d e c'])
    const knot = draw('copy:a > copy:b > a, b > copy:c > copy:d > c, d > a')
    expect(cyclesOf(knot).sort()).toEqual(['a b a', 'c d c'])
  })

  it('should not hide or add problems of the nodes in a circle', () => {
    const promptTemplate = '{{ nodes.b.output.text }} {{ nodes.b.output.nope }}'
    expect(codesOf(draw('copy:a > copy:b > a', { a: { promptTemplate } }))).toEqual([
      'cycle_detected nodes[0]',
      'unknown_variable nodes[0].config.promptTemplate',
    ])
  })

  it('should name a circle of 1,000 nodes in time', () => {
    const ids = Array.from({ length: 1_000 }, (_, at) => `copy:n${at}`)
    const start = performance.now()
    const cycles = cyclesOf(draw(`${ids.join(' > ')} > n0`))
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(cycles[0]?.split(' ')).toHaveLength(1_001)
  }, 30_000)

  it('should take a chain of 1,000 nodes and a full mesh without overflowing', () => {
    const chain = Array.from({ length: 1_000 }, (_, at) => `copy:n${at}`).join(' > ')
    expect(codesOf(draw(chain))).toEqual([])
    const mesh = Array.from({ length: 900 }, (_, at) => `copy:a${at % 30} > copy:b${(at / 30) | 0}`)
    expect(codesOf(draw(mesh.join()))).toEqual([])
  })

  it('should refuse a node without edges beside others', () => {
    expect(codesOf(draw('copy:a > copy:b, copy:c'))).toEqual(['orphaned_node nodes[2]'])
    const [problem] = problemsOf(draw('copy:a > copy:b, copy:c'))
    expect(problem).toMatchObject({ nodeId: 'c' })
    expect(problem?.message).toContain('“C” is connected to nothing')
  })

  it('should list the types there are for one there is not', () => {
    const [problem] = problemsOf(draw('generate_cop:a'))
    expect(problem?.message).toContain('Did you mean generate_copy?')
    expect(problem?.data?.allowed).toHaveLength(7)
    expect(codesOf(draw('constructor:a'))).toEqual(['unknown_node_type nodes[0].type'])
  })
})
