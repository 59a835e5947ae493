import type { GraphProblem } from '../types.js'
import type { KnownNode, Rule, RuleContext } from './context.js'

import { analysePrompt } from '../analysePrompt.js'
import { ownValue } from '../json.js'
import { MAX_PROMPT_CHARACTERS } from '../limits.js'
import { quote } from '../wording.js'
import { fieldLabel } from './fieldLabel.js'
import { judgeVariables } from './variables.js'

/** Prompts can be parsed, and each variable in them will have a value. */
export const checkTemplates: Rule = (context) =>
  context.known.flatMap((known) =>
    known.rules.templateFields.flatMap((key) => {
      const template = ownValue(known.node.config, key)
      // Other types and longer texts are problems of the setting itself.
      const isPrompt = typeof template === 'string' && template.length <= MAX_PROMPT_CHARACTERS
      return isPrompt ? checkTemplate({ context, known, key, template }) : []
    }),
  )

function checkTemplate({
  context,
  known,
  key,
  template,
}: {
  context: RuleContext
  known: KnownNode
  key: string
  template: string
}): GraphProblem[] {
  const { variables, positions, error } = analysePrompt(template)
  const nodeId = known.node.id
  const path = `${known.configPath}.${key}`
  const field = `${quote(known.node.label)}: ${fieldLabel({ schema: known.rules.configSchema, key })}`
  if (error) {
    const { line, column } = error
    const message = `${field} cannot be read at line ${line}, column ${column}: ${error.message}.`
    return [{ code: 'template_syntax_error', message, path, nodeId, data: { line, column } }]
  }
  const judge = judgeVariables({ context, known })
  const seen = new Set<string>()
  return variables.flatMap((variable, at): GraphProblem[] => {
    const name = variable.join('.')
    if (seen.has(name)) return []
    seen.add(name)
    const why = judge.inPrompt(variable)
    if (why === null) return []
    const message = `${field} uses ${quote(name)}, but ${why}`
    return [{ code: 'unknown_variable', message, path, nodeId, data: positions[at] }]
  })
}
