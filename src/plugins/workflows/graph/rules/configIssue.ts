import type { z, ZodType } from 'zod'

import type { Filling, Phrase } from '../sentence.js'
import type { NodeRules } from '../types.js'

import { maxOfQuantityFault } from '../configSchemas.js'
import { isRecord } from '../json.js'
import { allowedKeys, labelOf, rangeOf, schemaAt } from '../schemaFacts.js'
import { PROBLEM_CODES, type JsonValue, type ProblemCode } from '../types.js'
import { phrase, quoted } from '../sentence.js'
import { shorten } from '../wording.js'

/** One zod issue in our words. */
export interface ConfigIssue {
  code: ProblemCode
  path: PropertyKey[]
  /** Names the field and what is allowed. */
  what: Phrase
  allowed?: JsonValue[]
}

type Issue = z.core.$ZodIssue

/** Says what a zod issue means for a person, in our codes. */
export function describeIssue({
  issue,
  config,
  rules: { configSchema: schema, type },
}: {
  issue: Issue
  config: unknown
  rules: NodeRules
}): ConfigIssue[] {
  const at = schemaAt({ schema, path: issue.path })
  const subject = fieldName({ schema, type, path: issue.path })
  const value = valueAt(config, issue.path)
  const report: Report = (code, what, allowed) => [
    { code, path: issue.path, what, ...(allowed ? { allowed } : {}) },
  ]
  /** With the number that was given, if it was one. */
  const end = (fault: Phrase): Phrase =>
    typeof value === 'number'
      ? phrase('{{fault}}; it is {{number}}.', { fault, number: `${value}` })
      : phrase('{{fault}}.', { fault })
  const facts: Facts = { subject, range: rangeOf(at), end, report }

  if (issue.code === 'unrecognized_keys') {
    const allowed = allowedKeys(at)
    return issue.keys.map((key) => ({
      code: 'invalid_type',
      path: [...issue.path, key],
      what: phrase('there is no setting “{{key}}”. Allowed are {{keys}}.', {
        key: shorten(key),
        keys: allowed,
      }),
      allowed,
    }))
  }
  if (value === undefined) {
    return report('required_field_missing', phrase('{{subject}} is missing.', { subject }))
  }
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      if (issue.code === 'too_small' && issue.origin === 'string' && value === '') {
        return report(
          'required_field_missing',
          phrase('{{subject}} must not be empty.', { subject }),
        )
      }
      return report('value_out_of_range', end(limitOf({ issue, facts })))
    case 'not_multiple_of': {
      const divisor = `${issue.divisor}`
      const fault = phrase('{{subject}} must be a multiple of {{divisor}}', { subject, divisor })
      return report('value_out_of_range', end(fault))
    }
    case 'invalid_value': {
      const allowed = issue.values.filter(isPlainValue)
      const what = mustBe(subject, allowed.map(String))
      return report('invalid_enum_value', phrase('{{fault}}.', { fault: what }), allowed)
    }
    case 'invalid_type':
      return report('invalid_type', end(mustBe(subject, typeName(issue.expected, facts.range))))
    case 'invalid_union':
      return describeUnion({ issue, facts })
    case 'custom':
      return describeCustom({ issue, facts })
    default: {
      const reason = issue.message
      return report(
        'invalid_type',
        phrase('{{subject}} is not valid: {{reason}}.', { subject, reason }),
      )
    }
  }
}

type Report = (code: ProblemCode, what: Phrase, allowed?: JsonValue[]) => ConfigIssue[]

interface Facts {
  subject: Filling
  range: Phrase | null
  end: (fault: Phrase) => Phrase
  report: Report
}

function mustBe(subject: Filling, choices: Filling | readonly Filling[]): Phrase {
  return phrase('{{subject}} must be {{choices}}', { subject, choices })
}

/** A schema's own words; we know our own quantities', a host's stay as they are. */
function inWordsOfSchema({ subject, error }: { subject: Filling; error: string }): Phrase {
  const max = maxOfQuantityFault(error)
  return max === null
    ? phrase('{{subject}} {{foreign}}', { subject, foreign: error })
    : phrase(
        '{{subject}} must be a whole number from 1 to {{max}}, or {{example}} of a number input',
        { subject, max, example: '{{name}}' },
      )
}

/** A schema's own sentence says best which ways of writing there are; else their types are named. */
function describeUnion({
  issue,
  facts: { subject, range, end, report },
}: {
  issue: Extract<Issue, { code: 'invalid_union' }>
  facts: Facts
}): ConfigIssue[] {
  if (issue.message !== 'Invalid input') {
    return report('invalid_type', end(inWordsOfSchema({ subject, error: issue.message })))
  }
  const expected = issue.errors
    .flat()
    .flatMap((inner) =>
      inner.code === 'invalid_type' && inner.path.length === 0 ? [inner.expected] : [],
    )
    .map((name) => (name === 'record' ? 'object' : name))
  const choices = [...new Set(expected)].map((name) => typeName(name, range))
  return report('invalid_type', phrase('{{fault}}.', { fault: mustBe(subject, choices) }))
}

/** Schemas say our code in `params.code` and their sentence in `error`. */
function describeCustom({
  issue,
  facts: { subject, report },
}: {
  issue: Extract<Issue, { code: 'custom' }>
  facts: Facts
}): ConfigIssue[] {
  const wanted: unknown = issue.params?.code
  const code = PROBLEM_CODES.find((known) => known === wanted) ?? 'invalid_type'
  if (code === 'required_field_missing') {
    return report(code, phrase('{{subject}} must not be empty.', { subject }))
  }
  const fault = inWordsOfSchema({ subject, error: issue.message.replace(/\.$/, '') })
  return report(code, phrase('{{fault}}.', { fault }))
}

function limitOf({
  issue,
  facts: { subject, range },
}: {
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>
  facts: Facts
}): Phrase {
  if (range !== null) return mustBe(subject, range)
  const limits = boundOf(issue)
  if (issue.origin === 'string') {
    return phrase('{{subject}} must have {{limits}} characters', { subject, limits })
  }
  return issue.origin === 'array'
    ? phrase('{{subject}} must have {{limits}} entries', { subject, limits })
    : mustBe(subject, limits)
}

function boundOf(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Phrase {
  const isOpen = issue.inclusive === false
  if (issue.code === 'too_small') {
    const min = plainNumber(issue.minimum)
    return isOpen ? phrase('more than {{min}}', { min }) : phrase('at least {{min}}', { min })
  }
  const max = plainNumber(issue.maximum)
  return isOpen ? phrase('less than {{max}}', { max }) : phrase('at most {{max}}', { max })
}

/** No JSON holds a larger number; what a host's schema bounds beyond is written as it is. */
function plainNumber(value: number | bigint): Filling {
  return typeof value === 'number' ? value : value.toLocaleString('en-US')
}

function typeName(expected: string, range: Phrase | null): Filling {
  switch (expected) {
    case 'string':
      return phrase('text')
    case 'number':
      return range ? phrase('a number {{range}}', { range }) : phrase('a number')
    case 'int':
      return range ? phrase('a whole number {{range}}', { range }) : phrase('a whole number')
    case 'boolean':
      return phrase('true or false')
    case 'array':
      return phrase('a list')
    case 'object':
    case 'record':
      return phrase('an object')
    default:
      return expected
  }
}

/** `Quantity`, or `Rules 2, Operator` inside lists. */
function fieldName({
  schema,
  type,
  path,
}: {
  schema: ZodType
  type: string
  path: PropertyKey[]
}): Filling {
  const names = path.map((key, at): Filling => {
    if (typeof key === 'number') return String(key + 1)
    const setting = labelOf(schemaAt({ schema, path: path.slice(0, at + 1) }))
    return setting === null ? quoted(String(key)) : { setting, type }
  })
  const [first, ...others] = names
  if (first === undefined) return phrase('the settings')
  return others.reduce<Filling>(
    (outer, inner) => phrase('{{outer}} {{inner}}', { outer, inner }),
    first,
  )
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
