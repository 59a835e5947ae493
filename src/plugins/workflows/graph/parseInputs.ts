import type { GraphProblem, TemplateInput } from './types.js'

import { isRecord } from './json.js'
import { MAX_INPUTS } from './limits.js'
import { readInput } from './readInput.js'
import { sentence } from './sentence.js'
import { shorten } from './wording.js'

/**
 * Reads what a template asks for at launch, and says everything that is wrong with it. Unknown keys
 * are dropped. With problems, `inputs` holds what could be read, so that prompts are still checked.
 */
export function parseInputs(input: unknown): {
  inputs: TemplateInput[]
  problems: GraphProblem[]
} {
  const given = input ?? []
  if (!Array.isArray(given)) {
    const what = sentence('The inputs must be a list.')
    return { inputs: [], problems: [{ code: 'invalid_type', ...what, path: 'inputs' }] }
  }
  if (given.length > MAX_INPUTS) {
    const what = sentence(
      'A template can ask for at most {{limit}} inputs; this one has {{count}}.',
      { limit: MAX_INPUTS, count: `${given.length}` },
    )
    return { inputs: [], problems: [{ code: 'value_out_of_range', ...what, path: 'inputs' }] }
  }
  const inputs: TemplateInput[] = []
  const problems: GraphProblem[] = []
  const names = new Set<string>()
  for (const [at, entry] of given.entries()) {
    const path = `inputs[${at}]`
    if (!isRecord(entry)) {
      const what = sentence('Input {{position}} must be an object with name, label and type.', {
        position: `${at + 1}`,
      })
      problems.push({ code: 'invalid_type', ...what, path })
      continue
    }
    const read = readInput({ entry, at })
    problems.push(...read.problems)
    if (!read.input) continue
    if (names.has(read.input.name)) {
      const what = sentence('Two inputs have the name “{{name}}”. Give one of them another name.', {
        name: shorten(read.input.name),
      })
      problems.push({ code: 'duplicate_id', ...what, path: `${path}.name` })
      continue
    }
    names.add(read.input.name)
    inputs.push(read.input)
  }
  return { inputs, problems }
}
