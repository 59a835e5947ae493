import { describe, expect, it } from 'vitest'

import type { ConditionalConfig } from './spec.js'

import { createFakeContext } from '../createFakeContext.js'
import { createConditionalHandler } from './handler.js'

const values: Record<string, unknown> = {
  'nodes.copy.output.word_count': 120,
  'nodes.copy.output.text': 'word '.repeat(200),
  'params.audience': 'Hikers',
  'nodes.copy.output.items': [{ title: 'A' }],
}

const run = (match: 'all' | 'any', ...rules: ConditionalConfig['rules']) =>
  createConditionalHandler()(
    { config: { match, rules }, index: 0, quantity: 1, item: null, upstream: [] },
    createFakeContext({ resolve: (field) => values[field] }),
  )

const long = {
  field: 'nodes.copy.output.word_count',
  operator: 'greater_than',
  value: 100,
} as const
const young = { field: 'params.audience', operator: 'equals', value: 'Students' } as const

describe('conditional', () => {
  it('should take a branch and say what was compared', async () => {
    const { output, branch } = await run('all', long, young)
    expect(branch).toBe('false')
    expect(output).toEqual({
      branch: 'false',
      values: [
        {
          field: 'nodes.copy.output.word_count',
          value: 120,
          operator: 'greater_than',
          expected: 100,
          passed: true,
        },
        {
          field: 'params.audience',
          value: 'Hikers',
          operator: 'equals',
          expected: 'Students',
          passed: false,
        },
      ],
    })
  })

  it('should hold with any rule when any is asked for', async () => {
    expect((await run('any', long, young)).branch).toBe('true')
  })

  it('should show long and nested values in short and absent ones as null', async () => {
    const { output } = await run(
      'any',
      { field: 'nodes.copy.output.text', operator: 'contains', value: 'word' },
      { field: 'nodes.copy.output.items', operator: 'is_empty' },
      { field: 'params.gone', operator: 'is_empty' },
    )
    const shown = (output.values as { value: unknown }[]).map(({ value }) => value)
    expect(String(shown[0]).length).toBeLessThanOrEqual(300)
    expect(shown.slice(1)).toEqual(['[{"title":"A"}]', null])
  })

  it('should fail the node when a rule has no answer, whatever the others say', async () => {
    const broken = { field: 'params.audience', operator: 'less_than', value: 3 } as const
    await expect(run('any', long, broken)).rejects.toMatchObject({
      name: 'PermanentNodeError',
      code: 'condition_error',
    })
  })
})
