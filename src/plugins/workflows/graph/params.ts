import type { GraphProblem, JsonObject, JsonValue, TemplateInput } from './types.js'

import { hint } from './closeMatches.js'
import { isRecord, ownValue } from './json.js'
import { checkParamValue, isMissing } from './paramValue.js'
import { oneOf, quote } from './wording.js'

/**
 * Checks what a launch was given against what the template asks for. The answer holds every declared
 * name: with its default, else null (a checkbox: false), so that no prompt meets an unknown variable.
 */
export function checkParams({ inputs, params }: { inputs: TemplateInput[]; params: unknown }): {
  params: JsonObject
  problems: GraphProblem[]
} {
  const given = params ?? {}
  if (!isRecord(given)) {
    const message = 'The params must be an object with a value for each input.'
    return { params: {}, problems: [{ code: 'invalid_type', message, path: 'params' }] }
  }
  const problems = findUnknown({ inputs, given })
  const values = inputs.map((input): [string, JsonValue] => {
    const { name, label, required } = input
    const path = `params.${name}`
    const sent = ownValue(given, name)
    const value = isMissing({ input, value: sent }) ? input.default : sent
    if (isMissing({ input, value })) {
      if (required && input.type !== 'checkbox') {
        const message = `${quote(label)} is required.`
        problems.push({ code: 'required_field_missing', message, path })
      }
      return [name, input.type === 'checkbox' ? false : null]
    }
    const checked = checkParamValue({ input, value })
    if ('value' in checked) return [name, checked.value]
    const { code, message, allowed } = checked
    problems.push({ code, message, path, ...(allowed ? { data: { allowed } } : {}) })
    return [name, null]
  })
  return { params: Object.fromEntries(values), problems }
}

function findUnknown({
  inputs,
  given,
}: {
  inputs: TemplateInput[]
  given: Record<string, unknown>
}): GraphProblem[] {
  const names = inputs.map(({ name }) => name)
  return Object.keys(given)
    .filter((key) => !names.includes(key) && given[key] !== undefined)
    .map((key) => {
      const choice =
        names.length > 0 ? `It asks for ${oneOf(names)}.` : 'This template asks for nothing.'
      const message = `The template has no input ${quote(key)}.${hint({ name: key, candidates: names })} ${choice}`
      return { code: 'invalid_type', message, path: `params.${key.slice(0, 64)}` }
    })
}
