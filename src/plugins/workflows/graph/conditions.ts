import { canonicalJson } from './canonicalJson.js'
import { quote } from './wording.js'

/** The six operators of api.md. */
export const OPERATORS = [
  'greater_than',
  'less_than',
  'equals',
  'not_equals',
  'contains',
  'is_empty',
] as const

export type ConditionOperator = (typeof OPERATORS)[number]

/** One row of a condition. */
export interface ConditionRule {
  /** `params.<name>` or `nodes.<id>.output.<path>`. */
  field: string
  operator: ConditionOperator
  /** Not needed by `is_empty`. */
  value?: unknown
}

/** A rule that cannot be answered. Fails the node visibly: it never counts as false. */
export class ConditionError extends Error {
  readonly code = 'condition_error'
  override readonly name = 'ConditionError'
}

/**
 * Whether a condition holds. All rules are looked at even when the answer is known earlier, so that a
 * rule that cannot be answered shows whatever the order.
 * @throws ConditionError
 */
export function evaluateCondition({
  match,
  rules,
  resolve,
}: {
  match: 'all' | 'any'
  rules: readonly ConditionRule[]
  resolve: (field: string) => unknown
}): boolean {
  const answers = rules.map((rule) => evaluateRule({ rule, actual: resolve(rule.field) }))
  return match === 'all' ? answers.every(Boolean) : answers.some(Boolean)
}

function evaluateRule({ rule, actual }: { rule: ConditionRule; actual: unknown }): boolean {
  switch (rule.operator) {
    case 'greater_than':
      return numberOf(actual, rule.field) > numberOf(rule.value, 'the value to compare with')
    case 'less_than':
      return numberOf(actual, rule.field) < numberOf(rule.value, 'the value to compare with')
    case 'equals':
      return isSame(actual, rule.value)
    case 'not_equals':
      return !isSame(actual, rule.value)
    case 'contains':
      return contains({ rule, actual })
    case 'is_empty':
      return isEmpty(actual)
    default:
      return unknownOperator(rule.operator)
  }
}

function numberOf(value: unknown, name: string): number {
  const number = toNumber(value)
  if (number !== null) return number
  const shown = quote(name)
  if (value === undefined || value === null || value === '') {
    throw new ConditionError(`The condition compares ${shown} as a number, but it has no value.`)
  }
  throw new ConditionError(`The condition compares ${shown} as a number, but it is none.`)
}

/** Decimal numbers only: `Number('0x10')` and `Number('')` would surprise an editor. */
export function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(value.trim())) return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}

/** Texts exactly; a number or boolean by value, whichever side wrote it as text. */
function isSame(left: unknown, right: unknown): boolean {
  const [a, b] = [left ?? '', right ?? '']
  if (typeof a === 'number' || typeof b === 'number') {
    const [x, y] = [toNumber(a), toNumber(b)]
    return x !== null && x === y
  }
  if (typeof a === 'boolean' || typeof b === 'boolean') return String(a) === String(b)
  if (typeof a === 'object' || typeof b === 'object') return canonicalJson(a) === canonicalJson(b)
  return a === b
}

function contains({ rule, actual }: { rule: ConditionRule; actual: unknown }): boolean {
  if (actual === undefined || actual === null) return false
  if (Array.isArray(actual)) {
    return actual.some((entry: unknown) => isSame(lowered(entry), lowered(rule.value)))
  }
  if (typeof actual === 'object') {
    throw new ConditionError(
      `The condition looks into ${quote(rule.field)}, but that is neither text nor a list.`,
    )
  }
  return String(actual)
    .toLowerCase()
    .includes(String(rule.value ?? '').toLowerCase())
}

function lowered(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function unknownOperator(operator: never): never {
  throw new ConditionError(`The operator ${quote(String(operator))} is unknown.`)
}
