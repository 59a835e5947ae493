import type { Rule } from './context.js'

import { ownValue } from '../json.js'
import { isNumberInput } from '../promptVariables.js'
import { quantityParam } from '../quantityParam.js'
import { oneOf, quote } from '../wording.js'

/** A quantity `{{name}}` names an input that asks for a number. */
export const checkQuantityNames: Rule = (context) => {
  const numbers = context.inputs.filter(isNumberInput).map(({ name }) => name)
  return context.known.flatMap(({ node, rules, configPath }) => {
    const key = rules.quantityField
    const name = key === undefined ? null : quantityParam(ownValue(node.config, key))
    if (key === undefined || name === null || numbers.includes(name)) return []
    const other = context.inputs.some((input) => input.name === name)
      ? `the input ${quote(name)} asks for no number.`
      : `the workflow has no input ${quote(name)}.${context.hint({ name, candidates: numbers })}`
    const choice =
      numbers.length > 0 ? `Number inputs: ${oneOf(numbers)}.` : 'It has no number inputs.'
    const message = `${quote(node.label)} takes its quantity from {{${name}}}, but ${other} ${choice}`
    const path = `${configPath}.${key}`
    return [{ code: 'unknown_variable', message, path, nodeId: node.id }]
  })
}
