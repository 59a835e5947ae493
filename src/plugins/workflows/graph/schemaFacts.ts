import { z, type ZodType } from 'zod'

import type { Phrase } from './sentence.js'

import { isRecord } from './json.js'
import { phrase } from './sentence.js'

/** The schema without default, optional and the like around it. */
export function unwrap(schema: unknown): unknown {
  let inner = schema
  for (;;) {
    if (
      inner instanceof z.ZodOptional ||
      inner instanceof z.ZodDefault ||
      inner instanceof z.ZodPrefault ||
      inner instanceof z.ZodNullable ||
      inner instanceof z.ZodReadonly ||
      inner instanceof z.ZodCatch
    ) {
      inner = inner.def.innerType
    } else if (inner instanceof z.ZodPipe) inner = inner.def.in
    else return inner
  }
}

/** Follows a path of object keys and list positions. Undefined where the schema says nothing. */
export function schemaAt({
  schema,
  path,
}: {
  schema: ZodType
  path: readonly PropertyKey[]
}): unknown {
  let at: unknown = schema
  for (const key of path) {
    const inner = unwrap(at)
    if (inner instanceof z.ZodObject) {
      at = Object.getOwnPropertyDescriptor(inner.shape, key)?.value
    } else if (inner instanceof z.ZodArray) at = inner.def.element
    else if (inner instanceof z.ZodRecord) at = inner.def.valueType
    else return undefined
  }
  return at
}

/** Keys that an object schema takes. */
export function allowedKeys(schema: unknown): string[] {
  const inner = unwrap(schema)
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : []
}

/** `from 1 to 100`, as far as a number schema says. */
export function rangeOf(schema: unknown): Phrase | null {
  const inner = unwrap(schema)
  if (inner instanceof z.ZodUnion) {
    for (const option of inner.def.options) {
      const range = rangeOf(option)
      if (range !== null) return range
    }
    return null
  }
  if (!(inner instanceof z.ZodNumber)) return null
  const { minValue, maxValue } = inner
  // z.int() itself bounds to the safe integers: true, but nothing to tell an editor.
  const hasMin = minValue !== null && minValue > Number.MIN_SAFE_INTEGER
  const hasMax = maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER
  return hasMin && hasMax
    ? phrase('from {{min}} to {{max}}', { min: `${minValue}`, max: `${maxValue}` })
    : null
}

/** The label a field has in the form, from `.meta({ field })` or `.meta({ title })`. */
export function labelOf(schema: unknown): string | null {
  for (let inner = schema; inner instanceof z.ZodType;) {
    const meta = inner.meta()
    const field = meta?.field
    if (isRecord(field) && typeof field.label === 'string') return field.label
    if (typeof meta?.title === 'string') return meta.title
    const next = inner instanceof z.ZodPipe ? inner.def.in : unwrapOnce(inner)
    if (next === inner) return null
    inner = next
  }
  return null
}

function unwrapOnce(schema: unknown): unknown {
  const hasInner =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  return hasInner ? schema.def.innerType : schema
}
