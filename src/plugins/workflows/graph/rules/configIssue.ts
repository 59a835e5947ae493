import type { z, ZodType } from 'zod'

import { isRecord } from '../json.js'
import { allowedKeys, labelOf, rangeOf, schemaAt } from '../schemaFacts.js'
import { PROBLEM_CODES, type JsonValue, type ProblemCode } from '../types.js'
import { oneOf, quote } from '../wording.js'

/** One zod issue in our words. */
export interface ConfigIssue {
  code: ProblemCode
  path: PropertyKey[]
  /** Names the field and what is allowed. */
  sentence: string
  allowed?: JsonValue[]
}

type Issue = z.core.$ZodIssue

/** Says what a zod issue means for a person, in our codes. */
export function describeIssue({
  issue,
  config,
  schema,
}: {
  issue: Issue
  config: unknown
  schema: ZodType
}): ConfigIssue[] {
  const at = schemaAt({ schema, path: issue.path })
  const name = fieldName({ schema, path: issue.path })
  const say = (code: ProblemCode, rest: string, allowed?: JsonValue[]): ConfigIssue[] => [
    { code, path: issue.path, sentence: `${name} ${rest}`, ...(allowed ? { allowed } : {}) },
  ]
  const range = rangeOf(at)
  const value = valueAt(config, issue.path)
  const given = typeof value === 'number' ? `; it is ${value}` : ''

  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(at)
    return issue.keys.map((key) => ({
      code: 'invalid_type',
      path: [...issue.path, key],
      sentence: `there is no setting ${quote(key)}. Allowed are ${oneOf(allowed)}.`,
      allowed,
    }))
  }
  if (value === undefined) return say('required_field_missing', 'is missing.')
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      if (issue.code === 'too_small' && issue.origin === 'string' && value === '') {
        return say('required_field_missing', 'must not be empty.')
      }
      return say('value_out_of_range', `must ${limitOf({ issue, range })}${given}.`)
    case 'not_multiple_of':
      return say('value_out_of_range', `must be a multiple of ${issue.divisor}${given}.`)
    case 'invalid_value': {
      const allowed = issue.values.filter(isPlainValue)
      return say('invalid_enum_value', `must be ${oneOf(allowed.map(String))}.`, allowed)
    }
    case 'invalid_type':
      return say('invalid_type', `must be ${typeName(issue.expected, range)}${given}.`)
    case 'invalid_union':
      return describeUnion({ issue, given, range, say })
    case 'custom':
      return describeCustom({ issue, say })
    default:
      return say('invalid_type', `is not valid: ${issue.message}.`)
  }
}

type Say = (code: ProblemCode, rest: string, allowed?: JsonValue[]) => ConfigIssue[]

/** A schema's own sentence says best which ways of writing there are; else their types are named. */
function describeUnion({
  issue,
  given,
  range,
  say,
}: {
  issue: Extract<Issue, { code: 'invalid_union' }>
  given: string
  range: string | null
  say: Say
}): ConfigIssue[] {
  if (issue.message !== 'Invalid input') return say('invalid_type', `${issue.message}${given}.`)
  const expected = issue.errors
    .flat()
    .flatMap((inner) =>
      inner.code === 'invalid_type' && inner.path.length === 0
        ? [typeName(inner.expected, range)]
        : [],
    )
  return say('invalid_type', `must be ${oneOf([...new Set(expected)])}.`)
}

/** Schemas say our code in `params.code` and their sentence in `error`. */
function describeCustom({
  issue,
  say,
}: {
  issue: Extract<Issue, { code: 'custom' }>
  say: Say
}): ConfigIssue[] {
  const wanted: unknown = issue.params?.code
  const code = PROBLEM_CODES.find((known) => known === wanted) ?? 'invalid_type'
  if (code === 'required_field_missing') return say(code, 'must not be empty.')
  return say(code, `${issue.message.replace(/\.$/, '')}.`)
}

function limitOf({
  issue,
  range,
}: {
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>
  range: string | null
}): string {
  if (range !== null) return `be ${range}`
  const isLeast = issue.code === 'too_small'
  const limit = isLeast ? issue.minimum : issue.maximum
  const least = issue.inclusive === false ? 'more than' : 'at least'
  const most = issue.inclusive === false ? 'less than' : 'at most'
  const bound = `${isLeast ? least : most} ${limit.toLocaleString('en-US')}`
  if (issue.origin === 'string') return `have ${bound} characters`
  return issue.origin === 'array' ? `have ${bound} entries` : `be ${bound}`
}

function typeName(expected: string, range: string | null): string {
  const names = new Map([
    ['string', 'text'],
    ['number', 'a number'],
    ['int', 'a whole number'],
    ['boolean', 'true or false'],
    ['array', 'a list'],
    ['object', 'an object'],
    ['record', 'an object'],
  ])
  const isNumber = expected === 'number' || expected === 'int'
  return (names.get(expected) ?? expected) + (isNumber && range !== null ? ` ${range}` : '')
}

/** `Quantity`, or `Rules 2, Operator` inside lists. */
function fieldName({ schema, path }: { schema: ZodType; path: PropertyKey[] }): string {
  if (path.length === 0) return 'the settings'
  return path
    .map((key, at) => {
      if (typeof key === 'number') return String(key + 1)
      return labelOf(schemaAt({ schema, path: path.slice(0, at + 1) })) ?? quote(String(key))
    })
    .join(' ')
}

function valueAt(config: unknown, path: PropertyKey[]): unknown {
  let value = config
  for (const key of path) {
    if (!isRecord(value) && !Array.isArray(value)) return undefined
    value = Object.getOwnPropertyDescriptor(value, key)?.value
  }
  return value
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

/** `.rules[0].field` */
export function writePath(path: PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 64)}`))
    .join('')
}
