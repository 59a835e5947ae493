import type { GraphProblem, JsonObject, JsonValue, TemplateInput } from './types.js'

import { hint } from './closeMatches.js'
import { isRecord, ownValue } from './json.js'
import { checkParamValue, isMissing } from './paramValue.js'
import { inTurn, phrase, said, sentence } from './sentence.js'
import { shorten } from './wording.js'

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
    const what = sentence('The params must be an object with a value for each input.')
    return { params: {}, problems: [{ code: 'invalid_type', ...what, path: 'params' }] }
  }
  const problems = findUnknown({ inputs, given })
  const values = inputs.map((input): [string, JsonValue] => {
    const { name, label, required } = input
    const path = `params.${name}`
    const sent = ownValue(given, name)
    const value = isMissing({ input, value: sent }) ? input.default : sent
    if (isMissing({ input, value })) {
      if (required && input.type !== 'checkbox') {
        const what = sentence('“{{input}}” is required.', { input: shorten(label) })
        problems.push({ code: 'required_field_missing', ...what, path })
      }
      return [name, input.type === 'checkbox' ? false : null]
    }
    const checked = checkParamValue({ input, value })
    if ('value' in checked) return [name, checked.value]
    const { code, what, allowed } = checked
    problems.push({ code, ...said(what), path, ...(allowed ? { data: { allowed } } : {}) })
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
        names.length > 0
          ? phrase('It asks for {{names}}.', { names })
          : phrase('This template asks for nothing.')
      const what = inTurn(
        phrase('The template has no input “{{name}}”.', { name: shorten(key) }),
        hint({ name: key, candidates: names }),
        choice,
      )
      return { code: 'invalid_type', ...said(what), path: `params.${key.slice(0, 64)}` }
    })
}
