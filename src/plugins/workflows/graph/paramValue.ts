import type { Filling, Phrase } from './sentence.js'
import type { JsonValue, ProblemCode, TemplateInput } from './types.js'

import { toNumber } from './conditions.js'
import { hasUnstorableText } from './json.js'
import { phrase, quoted } from './sentence.js'

/** A value as it is used, or what is wrong with it. */
export type CheckedValue =
  { value: JsonValue } | { code: ProblemCode; what: Phrase; allowed?: JsonValue[] }

/** Checks one value against the input that asks for it. Numbers written as text become numbers. */
export function checkParamValue({
  input,
  value,
}: {
  input: TemplateInput
  value: unknown
}): CheckedValue {
  const subject = quoted(input.label)
  switch (input.type) {
    case 'text':
    case 'textarea':
      return checkText({ input, value, subject })
    case 'number':
    case 'slider':
      return checkNumber({ input, value, subject })
    case 'select': {
      const allowed = (input.options ?? []).map((option) => option.value)
      const chosen = typeof value === 'number' ? String(value) : value
      if (typeof chosen === 'string' && allowed.includes(chosen)) return { value: chosen }
      return { code: 'invalid_enum_value', what: mustBe(subject, allowed), allowed }
    }
    case 'checkbox':
      if (typeof value === 'boolean') return { value }
      return { code: 'invalid_type', what: mustBe(subject, phrase('true or false')) }
  }
}

/** Nothing was given: a form sends '' for a field that was left empty. */
export function isMissing({ input, value }: { input: TemplateInput; value: unknown }): boolean {
  if (value === undefined || value === null) return true
  if (typeof value !== 'string' || value.trim() !== '') return false
  const isText = input.type === 'text' || input.type === 'textarea'
  return !isText || (input.required ?? false)
}

interface ValueArgs {
  input: TemplateInput
  value: unknown
  subject: Phrase
}

function checkText({ input: { min, max }, value, subject }: ValueArgs): CheckedValue {
  if (typeof value !== 'string') {
    return { code: 'invalid_type', what: mustBe(subject, phrase('text')) }
  }
  if (hasUnstorableText(value)) {
    const what = phrase('{{subject}} holds characters that cannot be stored.', { subject })
    return { code: 'invalid_type', what }
  }
  // An empty optional text was left out; a least length is for what is written.
  const isShort = value !== '' && min !== undefined && value.length < min
  if (!isShort && (max === undefined || value.length <= max)) return { value }
  const what = phrase('{{subject}} must have {{limits}} characters; it has {{count}}.', {
    subject,
    limits: limits({ min, max }),
    count: `${value.length}`,
  })
  return { code: 'value_out_of_range', what }
}

function checkNumber({ input: { min, max }, value, subject }: ValueArgs): CheckedValue {
  const number = toNumber(value)
  if (number === null) {
    return { code: 'invalid_type', what: mustBe(subject, phrase('a number')) }
  }
  const isInside = (min === undefined || number >= min) && (max === undefined || number <= max)
  if (isInside) return { value: number }
  const fault = phrase('{{subject}} must be {{choices}}', {
    subject,
    choices: limits({ min, max }),
  })
  const what = phrase('{{fault}}; it is {{number}}.', { fault, number: `${number}` })
  return { code: 'value_out_of_range', what }
}

function mustBe(subject: Phrase, choices: Phrase | readonly Filling[]): Phrase {
  const fault = phrase('{{subject}} must be {{choices}}', { subject, choices })
  return phrase('{{fault}}.', { fault })
}

function limits({ min, max }: { min: number | undefined; max: number | undefined }): Phrase {
  if (min === undefined) return phrase('at most {{max}}', { max: `${max}` })
  return max === undefined
    ? phrase('at least {{min}}', { min: `${min}` })
    : phrase('from {{min}} to {{max}}', { min: `${min}`, max: `${max}` })
}
