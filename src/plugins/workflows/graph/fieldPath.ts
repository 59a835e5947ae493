/** What a condition's `field` names, taken apart. */
export type FieldPath =
  { kind: 'param'; name: string } | { kind: 'output'; nodeId: string; path: string[] }

/** Longer is no path of ours; keeps messages and lookups short. */
const LONGEST_FIELD = 500

/** Reads `params.<name>` and `nodes.<id>.output.<path>`; `items[0]` is the same as `items.0`. */
export function parseFieldPath(field: string): FieldPath | null {
  if (field.length > LONGEST_FIELD) return null
  const [root, first, ...rest] = field
    .trim()
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
  if (first === undefined || first === '' || rest.includes('')) return null
  if (root === 'params') return rest.length === 0 ? { kind: 'param', name: first } : null
  if (root !== 'nodes') return null
  const [output, ...path] = rest
  return output === 'output' && path.length > 0 ? { kind: 'output', nodeId: first, path } : null
}
