import type { JsonObject } from './types.js'

import { parseFieldPath } from './fieldPath.js'

/** A list index as it stands in a path; `length`, `-1` and `01` are none. */
const INDEX = /^(0|[1-9]\d*)$/

/**
 * Reads a condition's field: own properties only, so that `constructor` or `length` never answer.
 * Undefined when there is no such value.
 */
export function resolveField({
  field,
  params,
  outputs,
}: {
  field: string
  params: JsonObject
  /** By node id. */
  outputs: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>
}): unknown {
  const parsed = parseFieldPath(field)
  if (!parsed) return undefined
  if (parsed.kind === 'param') return readOwn(params, parsed.name)
  let value: unknown =
    outputs instanceof Map ? outputs.get(parsed.nodeId) : readOwn(outputs, parsed.nodeId)
  for (const key of parsed.path) value = readOwn(value, key)
  return value
}

function readOwn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value) && !INDEX.test(key)) return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}
