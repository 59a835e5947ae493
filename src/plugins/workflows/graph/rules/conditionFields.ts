import type { GraphProblem } from '../types.js'
import type { KnownNode, Rule, RuleContext } from './context.js'

import { parseFieldPath } from '../fieldPath.js'
import { isRecord, ownValue } from '../json.js'
import { phrase, sentence } from '../sentence.js'
import { shorten } from '../wording.js'
import { judgeVariables } from './variables.js'

/** What a condition compares is a declared input or an output of a node before it. */
export const checkConditionFields: Rule = (context) =>
  context.known.flatMap((known) =>
    (known.rules.conditionFields ?? []).flatMap((key) => {
      const rows = ownValue(known.node.config, key)
      if (!Array.isArray(rows)) return []
      return rows.flatMap((row: unknown, at) => {
        const field = isRecord(row) ? ownValue(row, 'field') : undefined
        if (typeof field !== 'string' || field.trim() === '') return []
        const path = `${known.configPath}.${key}[${at}].field`
        return checkField({ context, known, field, path })
      })
    }),
  )

function checkField({
  context,
  known,
  field,
  path,
}: {
  context: RuleContext
  known: KnownNode
  field: string
  path: string
}): GraphProblem[] {
  const parsed = parseFieldPath(field)
  const judge = judgeVariables({ context, known })
  const why =
    parsed === null
      ? phrase('a condition reads params.<input> or nodes.<id>.output.<field>.')
      : parsed.kind === 'param'
        ? judge.param(parsed.name)
        : judge.output({ nodeId: parsed.nodeId, path: parsed.path, liquid: false })
  if (why === null) return []
  const what = sentence('“{{node}}” compares “{{field}}”, but {{why}}', {
    node: shorten(known.node.label),
    field: shorten(field),
    why,
  })
  return [{ code: 'unknown_variable', ...what, path, nodeId: known.node.id }]
}
