import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'

import { toPromptData } from '../../../../plugins/workflows/graph/promptData.js'
import {
  describeLiquidError,
  promptEngine,
} from '../../../../plugins/workflows/graph/promptEngine.js'

/** Longer than a screen can show says no more. */
const SHOWN = 50_000

/** The prompt as the model would read it, or why it cannot be shown. */
export function renderPreview({
  template,
  scope,
}: {
  template: string
  scope: JsonObject
}): { text: string } | { error: string } {
  try {
    const text: unknown = promptEngine().parseAndRenderSync(template, toPromptData(scope))
    return { text: typeof text === 'string' ? text.slice(0, SHOWN) : '' }
  } catch (error) {
    const { message, line, column } = describeLiquidError(error)
    return { error: `${message} (${line}:${column})` }
  }
}
