import { z } from 'zod'

import { InvalidInputError } from '../runtime/errors.js'

type ZodIssue = z.core.$ZodIssue

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

/**
 * Checks a body or query against its schema. Keys the schema does not name are left out: what only
 * the engine may write is ignored that way.
 * @throws InvalidInputError with every problem.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  /** Problems that a schema cannot see; asked only when the schema has found some, to tell all at once. */
  others: () => InvalidInputError['issues'] = () => [],
): z.output<Schema> {
  const result = schema.safeParse(value ?? {}, { reportInput: true })
  if (result.success) return result.data
  throw new InvalidInputError({ issues: [...result.error.issues.map(describe), ...others()] })
}

function describe(issue: ZodIssue): { code: string; message: string; path: string } {
  const path = pathOf(issue.path)
  const name = path === '' ? 'The body' : `"${path}"`
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'required_field_missing', message: `${name} is required.`, path }
        : {
            code: 'invalid_type',
            message: `${name} must be ${KINDS[issue.expected] ?? issue.expected}.`,
            path,
          }
    case 'too_small':
      return { code: 'value_out_of_range', message: sizeMessage(name, issue, 'least'), path }
    case 'too_big':
      return { code: 'value_out_of_range', message: sizeMessage(name, issue, 'most'), path }
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'required_field_missing', message: `${name} is required.`, path }
        : {
            code: 'invalid_enum_value',
            message: `${name} must be one of: ${issue.values.map(String).join(', ')}.`,
            path,
          }
    case 'custom':
      return { code: 'invalid_enum_value', message: issue.message, path }
    default:
      return { code: 'invalid_type', message: `${name} is not valid: ${issue.message}.`, path }
  }
}

function sizeMessage(
  name: string,
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  end: 'least' | 'most',
): string {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  if (issue.origin === 'string') {
    return limit === '1' && end === 'least'
      ? `${name} must not be empty.`
      : `${name} must have at ${end} ${limit} characters.`
  }
  if (issue.origin === 'array') return `${name} must have at ${end} ${limit} entries.`
  return `${name} must be at ${end} ${limit}.`
}

function pathOf(path: PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}

/** Ids of the host: numbers with serial ids, else text. Whether one exists is asked later. */
export const idSchema = z.union([z.string().min(1).max(255), z.number()], {
  error: 'must be an id: a text or a number',
})

/** A switch in a query string. */
export const flagSchema = z.enum(['true', 'false']).transform((value) => value === 'true')

/** A whole number in a query string, kept within its limits instead of refused. */
export const countSchema = ({ standard, max }: { standard: number; max: number }) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'must be a whole number')
    .transform((text) => Math.min(Math.max(Number(text), 1), max))
    .default(standard)
