import type { ZodType } from 'zod'

import { labelOf, schemaAt } from '../schemaFacts.js'
import { quote } from '../wording.js'

/** How the form calls a setting, else its key. */
export function fieldLabel({ schema, key }: { schema: ZodType; key: string }): string {
  return labelOf(schemaAt({ schema, path: [key] })) ?? quote(key)
}
