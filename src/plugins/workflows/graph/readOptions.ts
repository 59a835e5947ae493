import type { TemplateInput } from './types.js'
import type { ReportInput } from './readInput.js'

import { hasUnstorableText, isRecord } from './json.js'
import { MAX_OPTIONS } from './limits.js'
import { phrase } from './sentence.js'
import { shorten } from './wording.js'

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
  const input = shorten(label)
  if (!Array.isArray(value) || value.length === 0) {
    const isMissing = value === undefined || value === null || Array.isArray(value)
    const code = isMissing ? 'required_field_missing' : 'invalid_type'
    const what = phrase('“{{input}}” needs a list of options to choose from.', { input })
    report(code, 'options', what)
    return []
  }
  if (value.length > MAX_OPTIONS) {
    const what = phrase('“{{input}}” can have {{limit}} options at most.', {
      input,
      limit: MAX_OPTIONS,
    })
    report('value_out_of_range', 'options', what)
    return []
  }
  const options: Options = []
  const values = new Set<string>()
  for (const [at, entry] of value.entries()) {
    const option = readOption(entry)
    const key = `options[${at}]`
    if (!option) {
      const what = phrase(
        'Option {{position}} of “{{input}}” must be { label, value } with a text as value.',
        { position: `${at + 1}`, input },
      )
      report('invalid_type', key, what)
    } else if (values.has(option.value)) {
      const what = phrase('“{{input}}” has the option “{{option}}” twice.', {
        input,
        option: shorten(option.value),
      })
      report('duplicate_id', key, what)
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
