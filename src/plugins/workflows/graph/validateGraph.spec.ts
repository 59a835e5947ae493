import { describe, expect, it } from 'vitest'

import { codesOf, draw, problemsOf, specs, topic } from './testSupport/drawGraph.js'
import { PROBLEM_CODES } from './types.js'
import { validateGraph } from './validateGraph.js'

describe('validateGraph', () => {
  it('should answer the order of a valid graph, ties as drawn', () => {
    const graph = draw('parallel:p > copy:b > merge:m, p > copy:a > m, m > review:r')
    const { problems, executionOrder, inputs } = validateGraph({
      graph,
      inputs: [{ name: 'topic', type: 'text' }],
      specs,
    })
    expect(problems).toEqual([])
    expect(executionOrder).toEqual(['p', 'b', 'a', 'm', 'r'])
    expect(inputs).toEqual([{ name: 'topic', label: 'topic', type: 'text' }])
  })

  it('should take a single node without edges and several roots', () => {
    expect(codesOf(draw('copy:a'))).toEqual([])
    expect(codesOf(draw('copy:a > attach:c, image:b > c'))).toEqual([])
  })

  it('should report everything at once, in one answer', () => {
    const graph = draw('copy:a > copy:b > a, shout:s > copy:c, copy:lone, c > c', {
      a: { quantity: 500, temperature: 3 },
      b: { promptTemplate: 'Hi {{ topik }}' },
      c: { promptTemplate: '{{ oops' },
    })
    const edges = [...graph.edges, { id: 'x', source: 'c', target: 'gone' }]
    const { problems, executionOrder } = validateGraph({
      graph: { ...graph, edges },
      inputs: [{ name: 'topic', type: 'color' }],
      specs,
    })
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'invalid_enum_value inputs[0].type',
      'unknown_node_type nodes[2].type',
      'self_edge edges[3]',
      'unknown_endpoint edges[4].target',
      'cycle_detected nodes[0]',
      'orphaned_node nodes[4]',
      'value_out_of_range nodes[0].config.quantity',
      'value_out_of_range nodes[0].config.temperature',
      'unknown_variable nodes[1].config.promptTemplate',
      'template_syntax_error nodes[3].config.promptTemplate',
    ])
    expect(executionOrder).toEqual([])
    for (const { code, message } of problems) {
      expect(PROBLEM_CODES).toContain(code)
      expect(message).toMatch(/[.?]$/)
    }
  })

  it('should keep paths at the place in the input when a part before could not be read', () => {
    const { nodes } = draw('copy:a', { a: { quantity: 0 } })
    const graph = { nodes: [null, ...nodes], edges: [null, { source: 'a', target: 'z' }] }
    expect(codesOf(graph)).toEqual([
      'invalid_type nodes[0]',
      'invalid_type edges[0]',
      'unknown_endpoint edges[1].target',
      'value_out_of_range nodes[1].config.quantity',
    ])
  })

  it('should answer null for what is no graph, with the problems of the inputs', () => {
    const { graph, problems } = validateGraph({ graph: 7, inputs: 7, specs })
    expect(graph).toBeNull()
    expect(problems.map(({ path }) => path)).toEqual(['', 'inputs'])
  })

  it('should not say twice what one mistake leads to', () => {
    const withoutType = { nodes: [{ id: 'a', config: { quantity: 0 } }], edges: [] }
    expect(codesOf(withoutType)).toEqual(['required_field_missing nodes[0].type'])
    const brokenConfig = { nodes: [{ id: 'a', type: 'generate_copy', config: 3 }], edges: [] }
    expect(codesOf(brokenConfig)).toEqual(['invalid_type nodes[0].config'])
  })

  it('should judge with the types of a host, and survive a schema that throws', () => {
    const [copySpec] = specs.values()
    if (!copySpec) throw new Error('There are no specs.')
    const check = () => {
      throw new Error('host bug')
    }
    const host = new Map([...specs, ['shout', { ...copySpec, type: 'shout', check }]])
    const graph = draw('shout:s', { s: { promptTemplate: 'x' } })
    const { problems } = validateGraph({ graph, inputs: [topic], specs: host })
    expect(problems).toMatchObject([{ code: 'invalid_type', path: 'nodes[0].config' }])
    expect(problems[0]?.message).toContain('host bug')
    expect(problemsOf(graph)).toMatchObject([{ code: 'unknown_node_type' }])
  })
})
