/** Deeper data is no output of ours; bounds the recursion below. */
const DEEPEST = 64

/**
 * A copy for Liquid: plain JSON on objects without a prototype, so that neither a template nor a filter
 * reaches anything but data. Functions, dates and other non-JSON become null.
 */
export function toPromptData(scope: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyRecord(scope, 0)
}

function copyRecord(record: object, depth: number): Record<string, unknown> {
  // A null prototype has no __proto__ setter: a key of that name is a key like any other.
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, value] of Object.entries(record)) {
    if (value !== undefined) copy[key] = copyValue(value, depth + 1)
  }
  return copy
}

function copyValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map((entry: unknown) => copyValue(entry, depth + 1))
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null
  return isPlain ? copyRecord(value, depth + 1) : null
}
