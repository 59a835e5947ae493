import type { Filling } from '../sentence.js'
import type { NodeRules } from '../types.js'

import { labelOf, schemaAt } from '../schemaFacts.js'
import { quoted } from '../sentence.js'

/** How the form calls a setting, else its key. */
export function fieldLabel({
  rules: { configSchema, type },
  key,
}: {
  rules: NodeRules
  key: string
}): Filling {
  const setting = labelOf(schemaAt({ schema: configSchema, path: [key] }))
  return setting === null ? quoted(key) : { setting, type }
}
