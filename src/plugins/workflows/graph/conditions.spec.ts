import { describe, expect, it } from 'vitest'

import { ConditionError, evaluateCondition, type ConditionOperator } from './conditions.js'

const values = new Map<string, unknown>([
  ['score', 80],
  ['count', '12'],
  ['text', 'Summer Sale'],
  ['yes', true],
  ['list', ['Red', 'blue', 7]],
  ['nothing', null],
  ['blank', ''],
  ['empty', []],
  ['none', {}],
  ['record', { a: 1, b: 2 }],
])

const holds = (field: string, operator: ConditionOperator, value?: unknown) =>
  evaluateCondition({
    match: 'all',
    rules: [{ field, operator, value }],
    resolve: (name) => values.get(name),
  })

describe('evaluateCondition', () => {
  it.each<[field: string, operator: ConditionOperator, value: unknown, answer: boolean]>([
    ['score', 'greater_than', 79, true],
    ['score', 'greater_than', 80, false],
    ['score', 'greater_than', '9', true],
    ['count', 'greater_than', 9, true],
    ['count', 'less_than', '12.5', true],
    ['count', 'less_than', -1, false],
    ['text', 'equals', 'Summer Sale', true],
    ['text', 'equals', 'summer sale', false],
    ['text', 'equals', ' Summer Sale', false],
    ['text', 'not_equals', 'x', true],
    ['score', 'equals', '80', true],
    ['score', 'equals', '80.0', true],
    ['count', 'equals', 12, true],
    ['text', 'equals', 0, false],
    ['nothing', 'equals', 0, false],
    ['yes', 'equals', 'true', true],
    ['yes', 'equals', true, true],
    ['yes', 'equals', 1, false],
    ['record', 'equals', { b: 2, a: 1 }, true],
    ['missing', 'equals', '', true],
    ['missing', 'equals', 'x', false],
    ['missing', 'not_equals', 'x', true],
    ['text', 'contains', 'SALE', true],
    ['text', 'contains', 'winter', false],
    ['score', 'contains', '8', true],
    ['list', 'contains', 'red', true],
    ['list', 'contains', 'Re', false],
    ['list', 'contains', '7', true],
    ['missing', 'contains', 'x', false],
    ['nothing', 'is_empty', undefined, true],
    ['blank', 'is_empty', undefined, true],
    ['empty', 'is_empty', undefined, true],
    ['none', 'is_empty', undefined, true],
    ['missing', 'is_empty', undefined, true],
    ['yes', 'is_empty', undefined, false],
    ['text', 'is_empty', undefined, false],
    ['list', 'is_empty', undefined, false],
  ])('should answer %s %s %j with %s', (field, operator, value, answer) => {
    expect(holds(field, operator, value)).toBe(answer)
  })

  it.each<[field: string, operator: ConditionOperator, value: unknown, why: string]>([
    ['missing', 'greater_than', 1, '“missing” as a number, but it has no value'],
    ['nothing', 'less_than', 1, 'has no value'],
    ['text', 'greater_than', 1, '“text” as a number, but it is none'],
    ['yes', 'greater_than', 0, 'it is none'],
    ['list', 'less_than', 3, 'it is none'],
    ['score', 'greater_than', 'many', '“the value to compare with”'],
    ['record', 'contains', 'a', 'neither text nor a list'],
  ])('should fail visibly on %s %s %j', (field, operator, value, why) => {
    expect(() => holds(field, operator, value)).toThrow(ConditionError)
    expect(() => holds(field, operator, value)).toThrow(why)
  })

  it('should ask for all rules or for any', () => {
    const rules = [
      { field: 'score', operator: 'greater_than', value: 1 } as const,
      { field: 'blank', operator: 'equals', value: 'x' } as const,
    ]
    const resolve = (name: string) => values.get(name)
    expect(evaluateCondition({ match: 'all', rules, resolve })).toBe(false)
    expect(evaluateCondition({ match: 'any', rules, resolve })).toBe(true)
  })

  it('should fail on a broken rule even when another one decides', () => {
    const rules = [
      { field: 'score', operator: 'equals', value: 80 } as const,
      { field: 'text', operator: 'greater_than', value: 1 } as const,
    ]
    const resolve = (name: string) => values.get(name)
    for (const ordered of [rules, [...rules].reverse()]) {
      const evaluate = () => evaluateCondition({ match: 'any', rules: ordered, resolve })
      expect(evaluate).toThrow(expect.objectContaining({ code: 'condition_error' }))
    }
  })
})
