import type { JsonValue, ProblemCode, TemplateInput } from './types.js'

import { toNumber } from './conditions.js'
import { hasUnstorableText } from './json.js'
import { oneOf, quote } from './wording.js'

/** A value as it is used, or what is wrong with it. */
export type CheckedValue =
  { value: JsonValue } | { code: ProblemCode; message: string; allowed?: JsonValue[] }

/** Checks one value against the input that asks for it. Numbers written as text become numbers. */
export function checkParamValue({
  input,
  value,
}: {
  input: TemplateInput
  value: unknown
}): CheckedValue {
  const label = quote(input.label)
  switch (input.type) {
    case 'text':
    case 'textarea':
      return checkText({ input, value, label })
    case 'number':
    case 'slider':
      return checkNumber({ input, value, label })
    case 'select': {
      const allowed = (input.options ?? []).map((option) => option.value)
      const chosen = typeof value === 'number' ? String(value) : value
      if (typeof chosen === 'string' && allowed.includes(chosen)) return { value: chosen }
      const message = `${label} must be ${oneOf(allowed)}.`
      return { code: 'invalid_enum_value', message, allowed }
    }
    case 'checkbox':
      if (typeof value === 'boolean') return { value }
      return { code: 'invalid_type', message: `${label} must be true or false.` }
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
  label: string
}

function checkText({ input: { min, max }, value, label }: ValueArgs): CheckedValue {
  if (typeof value !== 'string') return { code: 'invalid_type', message: `${label} must be text.` }
  if (hasUnstorableText(value)) {
    return { code: 'invalid_type', message: `${label} holds characters that cannot be stored.` }
  }
  // An empty optional text was left out; a least length is for what is written.
  const isShort = value !== '' && min !== undefined && value.length < min
  if (!isShort && (max === undefined || value.length <= max)) return { value }
  const message = `${label} must have ${limits({ min, max })} characters; it has ${value.length}.`
  return { code: 'value_out_of_range', message }
}

function checkNumber({ input: { min, max }, value, label }: ValueArgs): CheckedValue {
  const number = toNumber(value)
  if (number === null) {
    return { code: 'invalid_type', message: `${label} must be a number.` }
  }
  const isInside = (min === undefined || number >= min) && (max === undefined || number <= max)
  if (isInside) return { value: number }
  const message = `${label} must be ${limits({ min, max })}; it is ${number}.`
  return { code: 'value_out_of_range', message }
}

function limits({ min, max }: { min: number | undefined; max: number | undefined }): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`
  return min === undefined ? `at most ${max}` : `at least ${min}`
}
