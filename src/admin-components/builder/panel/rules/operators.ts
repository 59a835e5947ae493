import type { OutputField } from '../../../../plugins/workflows/graph/types.js'

import {
  OPERATORS,
  type ConditionOperator,
} from '../../../../plugins/workflows/graph/conditions.js'

const FITTING: Record<OutputField['type'], ConditionOperator[]> = {
  number: ['greater_than', 'less_than', 'equals', 'not_equals', 'is_empty'],
  string: ['contains', 'equals', 'not_equals', 'is_empty'],
  boolean: ['equals', 'not_equals'],
  list: ['contains', 'is_empty'],
  object: ['is_empty'],
}

/** Operators that make sense for a type; all of them where it is unknown. */
export function operatorsFor(type: OutputField['type'] | undefined): readonly ConditionOperator[] {
  return type ? FITTING[type] : OPERATORS
}

/** The operator a rule keeps when its field becomes another one. */
export function fittingOperator({
  operator,
  type,
}: {
  operator: unknown
  type: OutputField['type'] | undefined
}): ConditionOperator {
  const fitting = operatorsFor(type)
  return fitting.find((known) => known === operator) ?? fitting[0] ?? 'equals'
}
