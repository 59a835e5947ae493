import type { GraphProblem, JsonObject, TemplateInput } from './types.js'

import { isJsonObject } from './json.js'
import { checkParams } from './params.js'
import { sentence } from './sentence.js'

/** Defaults answer some questions beforehand, not all: what is missing is asked at launch. */
export function checkDefaults({
  inputs,
  defaultParams,
}: {
  inputs: TemplateInput[]
  defaultParams: unknown
}): { defaultParams: JsonObject; problems: GraphProblem[] } {
  if (!isJsonObject(defaultParams)) {
    const what = sentence('The default params must be an object of names and values.')
    return {
      defaultParams: {},
      problems: [{ code: 'invalid_type', ...what, path: 'defaultParams' }],
    }
  }
  const { problems } = checkParams({ inputs, params: defaultParams })
  return {
    defaultParams,
    problems: problems
      .filter(({ code }) => code !== 'required_field_missing')
      .map((problem) => ({ ...problem, path: problem.path.replace(/^params/, 'defaultParams') })),
  }
}
