import { type Part, PARTS } from './documentParts.js'
import { FormToken } from './FormToken.js'

/** What the form holds, with what its tokens stand for. */
export function peekParts(values: { [part in Part]: unknown }): { [part in Part]?: unknown } {
  const entries = PARTS.map((part) => {
    const value = values[part]
    return [part, value instanceof FormToken ? value.peek() : value]
  })
  return Object.fromEntries(entries) as { [part in Part]?: unknown }
}
