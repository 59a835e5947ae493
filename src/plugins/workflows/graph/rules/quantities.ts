import type { Rule } from './context.js'

import { ownValue } from '../json.js'
import { isNumberInput } from '../promptVariables.js'
import { quantityParam } from '../quantityParam.js'
import { inTurn, phrase, sentence } from '../sentence.js'
import { shorten } from '../wording.js'

/** A quantity `{{name}}` names an input that asks for a number. */
export const checkQuantityNames: Rule = (context) => {
  const numbers = context.inputs.filter(isNumberInput).map(({ name }) => name)
  return context.known.flatMap(({ node, rules, configPath }) => {
    const key = rules.quantityField
    const name = key === undefined ? null : quantityParam(ownValue(node.config, key))
    if (key === undefined || name === null || numbers.includes(name)) return []
    const isOther = context.inputs.some((input) => input.name === name)
    const shown = { name: shorten(name) }
    const why = inTurn(
      isOther
        ? phrase('the input “{{name}}” asks for no number.', shown)
        : phrase('the workflow has no input “{{name}}”.', shown),
      isOther ? null : context.hint({ name, candidates: numbers }),
      numbers.length > 0
        ? phrase('Number inputs: {{names}}.', { names: numbers })
        : phrase('It has no number inputs.'),
    )
    const what = sentence('“{{node}}” takes its quantity from {{source}}, but {{why}}', {
      node: shorten(node.label),
      source: `{{${name}}}`,
      why,
    })
    const path = `${configPath}.${key}`
    return [{ code: 'unknown_variable', ...what, path, nodeId: node.id }]
  })
}
