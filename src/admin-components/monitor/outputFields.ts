import type { JsonValue } from '../../plugins/workflows/graph/types.js'

/** A text of an item's output or input; empty when there is none. */
export function fieldOf(value: JsonValue, key: string): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return ''
  const found = value[key]
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
}
