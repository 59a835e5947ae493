/** Deeper schemas are treated as not strict; OpenAI allows 10 levels. */
const MAX_DEPTH = 10

/**
 * Whether a JSON Schema fits OpenAI's strict mode: every object closed by `additionalProperties: false`
 * and every property required.
 */
export function isStrictSchema(schema: unknown, depth = 0): boolean {
  if (!isRecord(schema) || depth > MAX_DEPTH) return false
  const properties = isRecord(schema['properties']) ? schema['properties'] : null
  if (schema['type'] === 'object' || properties) {
    const required = Array.isArray(schema['required']) ? schema['required'] : []
    const names = Object.keys(properties ?? {})
    if (schema['additionalProperties'] !== false) return false
    if (!names.every((name) => required.includes(name))) return false
  }
  return childSchemas(schema, properties).every((child) => isStrictSchema(child, depth + 1))
}

function childSchemas(
  schema: Record<string, unknown>,
  properties: Record<string, unknown> | null,
): unknown[] {
  return [
    ...Object.values(properties ?? {}),
    ...('items' in schema ? [schema['items']] : []),
    ...(Array.isArray(schema['anyOf']) ? schema['anyOf'] : []),
  ]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
