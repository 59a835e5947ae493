import type { JsonObject, JsonValue } from '../../graph/types.js'
import type { NodeHandler } from '../defineNode.js'
import type { ConditionalConfig } from './spec.js'

import { ConditionError, evaluateCondition } from '../../graph/conditions.js'
import { cutAtWord } from '../../runtime/context/words.js'
import { PermanentNodeError } from '../../runtime/errors.js'

/** Compared texts are outputs that are stored already; the monitor needs to recognise them only. */
const MAX_SHOWN = 300

type Rule = ConditionalConfig['rules'][number]

/** Takes one of two branches and says what was compared. A rule without an answer fails the node. */
export function createConditionalHandler(): NodeHandler<ConditionalConfig> {
  return async ({ config: { match, rules } }, { resolve }) => {
    const values = rules.map((rule) => answerRule({ rule, actual: resolve(rule.field) }))
    const holds = values.map(({ passed }) => passed)
    const branch = String(match === 'all' ? holds.every(Boolean) : holds.some(Boolean))
    return { output: { branch, values }, branch }
  }
}

function answerRule({
  rule,
  actual,
}: {
  rule: Rule
  actual: unknown
}): JsonObject & { passed: boolean } {
  const { field, operator, value: expected = null } = rule
  return { field, value: shown(actual), operator, expected, passed: holds({ rule, actual }) }
}

function holds({ rule, actual }: { rule: Rule; actual: unknown }): boolean {
  try {
    return evaluateCondition({ match: 'all', rules: [rule], resolve: () => actual })
  } catch (error) {
    if (!(error instanceof ConditionError)) throw error
    throw new PermanentNodeError({ code: error.code, message: error.message })
  }
}

function shown(value: unknown): JsonValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return cutAtWord(text, MAX_SHOWN)
}
