export type QueryValue =
  string | number | boolean | null | undefined | QueryValue[] | { [key: string]: QueryValue }

/**
 * `{ where: { name: { equals: 'a' } } }` → `?where[name][equals]=a`, as Payload's REST reads it. What is
 * undefined or null is left out; an empty query is the empty text.
 */
export function toQuery(values: Record<string, QueryValue>): string {
  const parts = Object.entries(values).flatMap(([name, value]) => flatten(name, value))
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

function flatten(name: string, value: QueryValue): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value))
    return value.flatMap((item, index) => flatten(`${name}[${index}]`, item))
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) => flatten(`${name}[${key}]`, item))
  }
  return [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`]
}
