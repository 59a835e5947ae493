import { describe, expect, it } from 'vitest'

import { runOutputs } from '../data/runOutputs.js'
import { priceOfModel } from '../data/priceOfModel.js'
import { fittingOperator, operatorsFor } from './operators.js'
import { readRules, readValue, ruleVariables, writeRules } from './readRules.js'
import { tryRules } from './tryRules.js'
import { moveEntry } from './useRowSort.js'

describe('rules', () => {
  it('should be read from any draft and written as the schema wants them', () => {
    expect(readRules('nonsense')).toEqual([])
    expect(readRules([null, { field: 3 }])).toEqual([
      { field: '', operator: '', value: undefined },
      { field: '', operator: '', value: undefined },
    ])
    expect(writeRules([{ field: 'params.a', operator: 'is_empty', value: 'left over' }])).toEqual([
      { field: 'params.a', operator: 'is_empty' },
    ])
  })

  it('should keep an operator that fits the new field, and else take one that does', () => {
    expect(fittingOperator({ operator: 'equals', type: 'number' })).toBe('equals')
    expect(fittingOperator({ operator: 'contains', type: 'number' })).toBe('greater_than')
    expect(operatorsFor(undefined)).toHaveLength(6)
  })

  it('should compare inputs as params, and offer no words of the prompt language', () => {
    const variable = { path: 'topic', label: 'topic', type: 'string' as const, description: '' }
    const groups = ruleVariables([
      { kind: 'inputs', title: '', variables: [variable] },
      { kind: 'words', title: '', variables: [variable] },
    ])
    expect(groups.map(({ variables }) => variables[0]?.path)).toEqual(['params.topic'])
  })

  it('should say how many hold with the data of a run, and never throw', () => {
    const run = {
      executionId: 'e',
      params: { market: 'DE, AT' },
      outputs: new Map([['copy', { word_count: 40 }]]),
    }
    const rows = [
      { field: 'params.market', operator: 'contains', value: 'DE' },
      { field: 'nodes.copy.output.word_count', operator: 'greater_than', value: 50 },
      { field: 'nodes.copy.output.missing', operator: 'less_than', value: 1 },
      { field: '', operator: 'magic', value: undefined },
    ]
    expect(tryRules({ rows, run })).toBe(1)
    const early = { ...run, outputs: new Map() }
    expect(tryRules({ rows, run: early })).toBeNull()
  })

  it('should keep numbers as numbers where the field is one', () => {
    expect(readValue({ text: '7', type: 'number' })).toBe(7)
    expect(readValue({ text: '7', type: 'string' })).toBe('7')
  })

  it('should change places without losing one', () => {
    expect(moveEntry(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moveEntry(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  })
})

describe('what a run put out', () => {
  const job = (nodeId: string, jobType: string, index: number, output: object) => ({
    ...{ id: `${nodeId}${index}`, nodeId, jobType, index, status: 'completed' as const },
    ...{ attempts: 1, input: null, output: { ...output }, error: null, tokensIn: 0, tokensOut: 0 },
    ...{ cost: 0, model: null, queuedAt: null, startedAt: null, completedAt: null },
  })

  it('should be joined as prompts and conditions see it', () => {
    const outputs = runOutputs([
      job('copy', 'generate_copy', 1, { text: 'two', word_count: 1 }),
      job('copy', 'generate_copy', 0, { text: 'one', word_count: 1 }),
      job('check', 'conditional', 0, { branch: 'true' }),
    ])
    expect(outputs.get('copy')).toMatchObject({ text: 'one\n\ntwo', word_count: 2, count: 2 })
    expect(outputs.get('check')).toEqual({ branch: 'true' })
  })
})

describe('the price of a model', () => {
  const base = { config: { promptTemplate: 'x'.repeat(400) }, quantity: 10, isImage: false }

  it('should count what is read and what is written, for all pieces', () => {
    const prices = { 'gpt-*': { inputPerMillion: 1, outputPerMillion: 10 } }
    expect(priceOfModel({ ...base, model: 'gpt-5', prices })).toBeCloseTo(
      (10 * (100 * 1 + 400 * 10)) / 1e6,
    )
  })

  it('should be unknown where the table knows none', () => {
    expect(priceOfModel({ ...base, model: 'other', prices: {} })).toBeNull()
    const prices = { painter: { perImage: 0.04 } }
    expect(priceOfModel({ ...base, model: 'painter', prices, isImage: true })).toBeCloseTo(0.4)
  })
})
