import type { TemplateInput } from './types.js'
import type { ReportInput } from './readInput.js'

import { hasUnstorableText, isRecord } from './json.js'
import { MAX_OPTIONS } from './limits.js'
import { quote } from './wording.js'

type Options = NonNullable<TemplateInput['options']>

/** Choices of a select: `{ label, value }`, or just the values as text. */
export function readOptions({
  value,
  label,
  report,
}: {
  value: unknown
  label: string
  report: ReportInput
}): Options {
  if (!Array.isArray(value) || value.length === 0) {
    const isMissing = value === undefined || value === null || Array.isArray(value)
    const code = isMissing ? 'required_field_missing' : 'invalid_type'
    report(code, 'options', `${quote(label)} needs a list of options to choose from.`)
    return []
  }
  if (value.length > MAX_OPTIONS) {
    report(
      'value_out_of_range',
      'options',
      `${quote(label)} can have ${MAX_OPTIONS} options at most.`,
    )
    return []
  }
  const options: Options = []
  const values = new Set<string>()
  for (const [at, entry] of value.entries()) {
    const option = readOption(entry)
    const key = `options[${at}]`
    if (!option) {
      const message = `Option ${at + 1} of ${quote(label)} must be { label, value } with a text as value.`
      report('invalid_type', key, message)
    } else if (values.has(option.value)) {
      report('duplicate_id', key, `${quote(label)} has the option ${quote(option.value)} twice.`)
    } else {
      values.add(option.value)
      options.push(option)
    }
  }
  return options
}

function readOption(entry: unknown): Options[number] | null {
  const given = isRecord(entry) ? entry : { value: entry }
  const value = typeof given.value === 'number' ? String(given.value) : given.value
  if (typeof value !== 'string' || value === '' || hasUnstorableText(value)) return null
  const label = given.label ?? value
  return typeof label === 'string' && !hasUnstorableText(label) ? { label, value } : null
}
