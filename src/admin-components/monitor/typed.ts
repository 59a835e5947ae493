import type { JsonValue } from '../../plugins/workflows/graph/types.js'

/**
 * What was typed into the forms of the monitor and is not sent yet. A form goes when another node, face or
 * tab is looked at, and when the window becomes as narrow as a phone's; what is typed stays as long as the page.
 */
export interface Typed {
  /** Another prompt for a failed node, by node. */
  retries: Map<string, string>
  /** Other settings for a node that has not begun, by node; `of`: the settings they would replace. */
  adjustments: Map<string, { of: string; prompt: string; quantity: number | null }>
  /** Other answers to the launch form, by input. */
  params: Map<string, JsonValue>
}

export const createTyped = (): Typed => ({
  retries: new Map(),
  adjustments: new Map(),
  params: new Map(),
})
