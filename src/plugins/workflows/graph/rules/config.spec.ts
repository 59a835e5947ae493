import { describe, expect, it } from 'vitest'

import type { JsonObject } from '../types.js'

import { draw, problemsOf } from '../testSupport/drawGraph.js'

/** The problem of one node of a type with these settings, and its message. */
function problemOf(kind: string, config: JsonObject): [code: string, path: string, text: string] {
  const before: Record<string, string> = {
    attach: 'copy:c > attach:n, image:i > n',
    review: 'copy:c > review:n',
  }
  const graph = draw(before[kind] ?? `${kind}:n`, { n: config })
  const problems = problemsOf(graph).filter(({ nodeId }) => nodeId === 'n')
  expect(problems, JSON.stringify(config)).toHaveLength(1)
  const [problem] = problems
  const path = problem?.path.replace(/^nodes\[\d\]\.config\.?/, '') ?? ''
  return [problem?.code ?? '', path, problem?.message ?? '']
}

describe('settings', () => {
  it('should call a prompt missing that is absent, empty or blank', () => {
    const graph = { nodes: [{ id: 'a', type: 'generate_copy' }], edges: [] }
    expect(problemsOf(graph)[0]?.message).toBe('“generate_copy”: Prompt is missing.')
    for (const promptTemplate of ['', ' \n ']) {
      expect(problemOf('image', { promptTemplate })).toEqual([
        'required_field_missing',
        'promptTemplate',
        '“N”: Prompt must not be empty.',
      ])
    }
  })

  it.each<[kind: string, config: JsonObject, path: string, text: string]>([
    ['copy', { quantity: 0 }, 'quantity', 'Quantity must be from 1 to 100; it is 0.'],
    ['copy', { quantity: 101 }, 'quantity', 'Quantity must be from 1 to 100; it is 101.'],
    ['image', { quantity: 51 }, 'quantity', 'Quantity must be from 1 to 50; it is 51.'],
    ['copy', { temperature: 2.1 }, 'temperature', 'Temperature must be from 0 to 2; it is 2.1.'],
    ['copy', { maxTokens: 0 }, 'maxTokens', 'must be from 1 to 32000; it is 0.'],
    ['copy', { maxTokens: 32_001 }, 'maxTokens', 'must be from 1 to 32000'],
    ['copy', { promptTemplate: 'x'.repeat(20_001) }, 'promptTemplate', 'at most 20,000 characters'],
    ['parallel', { maxConcurrent: 101 }, 'maxConcurrent', 'must be from 1 to 100'],
    ['review', { autoApproveAfterMinutes: 0 }, 'autoApproveAfterMinutes', 'from 0 to 43200'],
    ['review', { autoApproveAfterMinutes: 43_201 }, 'autoApproveAfterMinutes', 'it is 43201'],
    ['if', { rules: [] }, 'rules', 'Rules must have at least 1 entries.'],
  ])('should refuse %s with %j as out of range', (kind, config, path, text) => {
    const [code, at, message] = problemOf(kind, config)
    expect([code, at]).toEqual(['value_out_of_range', path])
    expect(message).toContain(text)
  })

  it.each<[kind: string, config: JsonObject, path: string, text: string]>([
    ['copy', { promptTemplate: 5 }, 'promptTemplate', 'Prompt must be text; it is 5.'],
    ['copy', { quantity: 1.5 }, 'quantity', '{{name}} of a number input; it is 1.5.'],
    ['copy', { quantity: 'ten' }, 'quantity', 'or {{name}} of a number input.'],
    ['copy', { quantity: true }, 'quantity', 'must be a whole number from 1 to 100, or {{name}}'],
    ['copy', { temperature: '1' }, 'temperature', 'must be a number from 0 to 2.'],
    ['copy', { contextDocuments: 'all' }, 'contextDocuments', 'must be a list.'],
    ['copy', { contextDocuments: [true] }, 'contextDocuments[0]', 'must be text or a number.'],
    ['copy', { promptTemplat: 'x' }, 'promptTemplat', 'no setting “promptTemplat”. Allowed are'],
    ['attach', { setPrimary: 'yes' }, 'setPrimary', 'must be true or false.'],
    ['merge', { order: 1 }, 'order', 'Allowed are strategy.'],
  ])('should refuse %s with %j as the wrong type', (kind, config, path, text) => {
    if (kind === 'merge') return expectMerge(config, path, text)
    const [code, at, message] = problemOf(kind, config)
    expect([code, at]).toEqual(['invalid_type', path])
    expect(message).toContain(text)
  })

  it.each<[kind: string, config: JsonObject, path: string]>([
    ['copy', { contextMode: 'all' }, 'contextMode'],
    ['copy', { outputStatus: 'live' }, 'outputStatus'],
    ['copy', { fieldMapping: { headline: 'body' } }, 'fieldMapping.headline'],
    ['image', { style: 'cubist' }, 'style'],
    ['image', { dimensions: '1x1' }, 'dimensions'],
    ['attach', { strategy: 'random' }, 'strategy'],
    ['attach', { matchBy: 'luck' }, 'matchBy'],
    ['review', { reviewType: 'vote' }, 'reviewType'],
    ['if', { match: 'some' }, 'match'],
  ])('should refuse %s with %j and say the choices', (kind, config, path) => {
    const [code, at, message] = problemOf(kind, config)
    expect([code, at]).toEqual(['invalid_enum_value', path])
    expect(message).toMatch(/must be .+ or /)
  })

  it('should judge the rules of a condition one by one', () => {
    const rule = { field: 'params.topic', operator: 'equals', value: 'x' }
    const problem = (over: JsonObject) => problemOf('if', { rules: [rule, { ...rule, ...over }] })
    expect(problem({ operator: 'like' })[1]).toBe('rules[1].operator')
    expect(problem({ operator: 'greater_than' }).slice(0, 2)).toEqual([
      'invalid_type',
      'rules[1].value',
    ])
    expect(problem({ value: null }).slice(0, 2)).toEqual([
      'required_field_missing',
      'rules[1].value',
    ])
    expect(problem({ field: '' }).slice(0, 2)).toEqual(['required_field_missing', 'rules[1].field'])
    expect(problem({ weight: 1 })[2]).toContain('Allowed are field, operator or value.')
    const fine = { rules: [{ field: 'params.topic', operator: 'is_empty' }] }
    expect(problemsOf(draw('if:n', { n: fine }))).toEqual([])
  })

  it('should want documents where they are chosen in the node', () => {
    expect(problemOf('copy', { contextMode: 'custom' }).slice(0, 2)).toEqual([
      'required_field_missing',
      'contextDocuments',
    ])
  })
})

function expectMerge(config: JsonObject, path: string, text: string): void {
  const [problem] = problemsOf(draw('copy:a > merge:n, copy:b > n', { n: config }))
  expect(problem).toMatchObject({ code: 'invalid_type', path: `nodes[1].config.${path}` })
  expect(problem?.message).toContain(text)
}
