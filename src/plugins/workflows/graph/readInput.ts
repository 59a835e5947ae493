import type { Phrase } from './sentence.js'
import type { GraphProblem, ProblemCode, TemplateInput, TemplateInputType } from './types.js'

import { hasUnstorableText, isPrototypeName } from './json.js'
import { checkParamValue, isMissing } from './paramValue.js'
import { PROMPT_WORDS, RESERVED_INPUT_NAMES } from './promptVariables.js'
import { readOptions } from './readOptions.js'
import { phrase, quoted, said } from './sentence.js'
import { shorten } from './wording.js'

const TYPES: TemplateInputType[] = ['text', 'textarea', 'number', 'slider', 'select', 'checkbox']
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/

/** Reports one problem of the input that is being read; `key` is '' for the input itself. */
export type ReportInput = (code: ProblemCode, key: string, what: Phrase) => void

/** One entry of `inputs`. Null without a usable name: prompts cannot mean it. */
export function readInput({ entry, at }: { entry: Record<string, unknown>; at: number }): {
  input: TemplateInput | null
  problems: GraphProblem[]
} {
  const problems: GraphProblem[] = []
  const report: ReportInput = (code, key, what) =>
    problems.push({ code, ...said(what), path: `inputs[${at}]${key && `.${key}`}` })

  const name = readName({ value: entry.name, at, report })
  const label = readText({ entry, key: 'label', report }) || name || `Input ${at + 1}`
  const description = readText({ entry, key: 'description', report })
  const type = readType({ value: entry.type, label, report })
  const input: TemplateInput = {
    name: name ?? '',
    label,
    type: type ?? 'text',
    ...(description ? { description } : {}),
    ...readRequired({ value: entry.required, label, report }),
    ...readLimits({ entry, label, report }),
    ...(type === 'select' ? { options: readOptions({ value: entry.options, label, report }) } : {}),
  }
  if (type !== null) Object.assign(input, readDefault({ input, value: entry.default, report }))
  return { input: name === null ? null : input, problems }
}

function readName({
  value,
  at,
  report,
}: {
  value: unknown
  at: number
  report: ReportInput
}): string | null {
  const rule = phrase(
    'start with a letter and have at most 64 letters, digits and underscores, because prompts read it as {{example}}',
    { example: '{{name}}' },
  )
  if (value === undefined || value === null || value === '') {
    const position = `${at + 1}`
    const what = phrase('Input {{position}} needs a name; it must {{rule}}.', { position, rule })
    report('required_field_missing', 'name', what)
    return null
  }
  if (typeof value !== 'string' || !NAME.test(value) || isPrototypeName(value)) {
    const shown = typeof value === 'string' ? quoted(value) : phrase('that')
    const what = phrase('An input cannot be called {{name}}: a name must {{rule}}.', {
      name: shown,
      rule,
    })
    report('invalid_type', 'name', what)
    return null
  }
  if (RESERVED_INPUT_NAMES.has(value)) {
    const what = phrase(
      'An input cannot be called “{{name}}”: prompts already mean something by it ({{names}}, or a word of the prompt language).',
      { name: shorten(value), names: PROMPT_WORDS },
    )
    report('invalid_type', 'name', what)
    return null
  }
  return value
}

function readText({
  entry,
  key,
  report,
}: {
  entry: Record<string, unknown>
  key: 'label' | 'description'
  report: ReportInput
}): string {
  const value = entry[key] ?? ''
  if (typeof value === 'string' && !hasUnstorableText(value)) return value.trim()
  report('invalid_type', key, phrase(`The ${key} of an input must be text that can be stored.`))
  return ''
}

function readType({
  value,
  label,
  report,
}: {
  value: unknown
  label: string
  report: ReportInput
}): TemplateInputType | null {
  const type = TYPES.find((known) => known === value)
  if (type) return type
  const isMissingType = value === undefined || value === null || value === ''
  const code = isMissingType ? 'required_field_missing' : 'invalid_enum_value'
  const what = phrase('The type of “{{input}}” must be {{types}}.', {
    input: shorten(label),
    types: TYPES,
  })
  report(code, 'type', what)
  return null
}

function readRequired({
  value,
  label,
  report,
}: {
  value: unknown
  label: string
  report: ReportInput
}): { required?: boolean } {
  if (value === undefined || value === null) return {}
  if (typeof value === 'boolean') return { required: value }
  const what = phrase('“Required” of “{{input}}” must be true or false.', { input: shorten(label) })
  report('invalid_type', 'required', what)
  return {}
}

function readLimits({
  entry,
  label,
  report,
}: {
  entry: Record<string, unknown>
  label: string
  report: ReportInput
}): { min?: number; max?: number } {
  const limits: { min?: number; max?: number } = {}
  const input = shorten(label)
  for (const key of ['min', 'max'] as const) {
    const value = entry[key] ?? undefined
    if (value === undefined) continue
    if (typeof value === 'number' && Number.isFinite(value)) limits[key] = value
    else {
      const what = phrase('The {{key}} of “{{input}}” must be a number.', { key, input })
      report('invalid_type', key, what)
    }
  }
  const { min, max } = limits
  if (min === undefined || max === undefined || min <= max) return limits
  const what = phrase('The max of “{{input}}” must not be below its min.', { input })
  report('value_out_of_range', 'max', what)
  return {}
}

/** The default is a value like any other: it has to pass the same checks as one from a person. */
function readDefault({
  input,
  value,
  report,
}: {
  input: TemplateInput
  value: unknown
  report: ReportInput
}): Pick<TemplateInput, 'default'> {
  // A select without options has its own problem.
  if (value === '' || isMissing({ input, value }) || input.options?.length === 0) return {}
  const checked = checkParamValue({ input, value })
  if ('value' in checked) return { default: checked.value }
  report(
    checked.code,
    'default',
    phrase('The default does not fit: {{why}}', { why: checked.what }),
  )
  return {}
}
