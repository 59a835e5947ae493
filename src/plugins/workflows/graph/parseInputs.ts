import type { GraphProblem, TemplateInput } from './types.js'

import { isRecord } from './json.js'
import { MAX_INPUTS } from './limits.js'
import { readInput } from './readInput.js'
import { quote } from './wording.js'

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
    const message = 'The inputs must be a list.'
    return { inputs: [], problems: [{ code: 'invalid_type', message, path: 'inputs' }] }
  }
  if (given.length > MAX_INPUTS) {
    const message = `A template can ask for at most ${MAX_INPUTS} inputs; this one has ${given.length}.`
    return { inputs: [], problems: [{ code: 'value_out_of_range', message, path: 'inputs' }] }
  }
  const inputs: TemplateInput[] = []
  const problems: GraphProblem[] = []
  const names = new Set<string>()
  for (const [at, entry] of given.entries()) {
    const path = `inputs[${at}]`
    if (!isRecord(entry)) {
      const message = `Input ${at + 1} must be an object with name, label and type.`
      problems.push({ code: 'invalid_type', message, path })
      continue
    }
    const read = readInput({ entry, at })
    problems.push(...read.problems)
    if (!read.input) continue
    if (names.has(read.input.name)) {
      const message = `Two inputs have the name ${quote(read.input.name)}. Give one of them another name.`
      problems.push({ code: 'duplicate_id', message, path: `${path}.name` })
      continue
    }
    names.add(read.input.name)
    inputs.push(read.input)
  }
  return { inputs, problems }
}
