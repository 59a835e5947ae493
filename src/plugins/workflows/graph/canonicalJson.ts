import { isRecord } from './json.js'

/**
 * JSON with the keys of every object in one order, for hashes and comparisons: Postgres jsonb gives
 * keys back in an order of its own.
 */
export function canonicalJson(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) => (isRecord(inner) ? sorted(inner) : inner)) ??
    'null'
  )
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  // fromEntries defines keys instead of setting them: a key called __proto__ stays a key.
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
