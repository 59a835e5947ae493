import type { GraphProblem } from '../types.js'
import type { KnownNode, Rule, RuleContext } from './context.js'

import { analysePrompt } from '../analysePrompt.js'
import { ownValue } from '../json.js'
import { MAX_PROMPT_CHARACTERS } from '../limits.js'
import { phrase, sentence } from '../sentence.js'
import { shorten } from '../wording.js'
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
  const node = shorten(known.node.label)
  const setting = fieldLabel({ rules: known.rules, key })
  if (error) {
    const { line, column } = error
    const what = phrase(
      '{{setting}} cannot be read at line {{line}}, column {{column}}: {{reason}}.',
      { setting, line: `${line}`, column: `${column}`, reason: error.message },
    )
    const said = sentence('“{{node}}”: {{what}}', { node, what })
    return [{ code: 'template_syntax_error', ...said, path, nodeId, data: { line, column } }]
  }
  const judge = judgeVariables({ context, known })
  const seen = new Set<string>()
  return variables.flatMap((variable, at): GraphProblem[] => {
    const name = variable.join('.')
    if (seen.has(name)) return []
    seen.add(name)
    const why = judge.inPrompt(variable)
    if (why === null) return []
    const what = phrase('{{setting}} uses “{{variable}}”, but {{why}}', {
      setting,
      variable: shorten(name),
      why,
    })
    const said = sentence('“{{node}}”: {{what}}', { node, what })
    return [{ code: 'unknown_variable', ...said, path, nodeId, data: positions[at] }]
  })
}
