import type { OutputField } from './types.js'

/** What Liquid adds to a list and to text. */
const LIST_WORDS = ['first', 'last', 'size']

/** A path below `nodes.<id>.output`, or below `item`. Numbers and `[x]` are list positions. */
export type OutputPath = readonly (string | number)[]

/**
 * Whether a node type's output has this path. A field declared as list or object without any
 * declared inside may hold anything. `liquid` allows `first`, `last`, `size`.
 */
export function hasOutputPath({
  fields,
  path,
  liquid,
}: {
  fields: readonly OutputField[]
  path: OutputPath
  liquid: boolean
}): boolean {
  let prefix = ''
  for (const [at, segment] of path.entries()) {
    const name = prefix === '' ? String(segment) : `${prefix}.${segment}`
    const field = fields.find((candidate) => candidate.path === name)
    if (!field) {
      if (!fields.some(({ path: declared }) => declared.startsWith(`${name}.`))) {
        return isInsideOpenField({ fields, prefix })
      }
      prefix = name
      continue
    }
    const rest = path.slice(at + 1)
    if (rest.length === 0) return true
    if (field.type === 'string') return liquid && rest.length === 1 && rest[0] === 'size'
    if (field.type === 'number' || field.type === 'boolean') return false
    if (field.type === 'object') {
      prefix = name
      continue
    }
    return isListPath({ fields, list: name, path: rest, liquid })
  }
  return true
}

/** `[0].title`, `.first.title`, `.size`. */
function isListPath({
  fields,
  list,
  path: [position, ...rest],
  liquid,
}: {
  fields: readonly OutputField[]
  list: string
  path: OutputPath
  liquid: boolean
}): boolean {
  const isWord = liquid && typeof position === 'string' && LIST_WORDS.includes(position)
  if (position === 'size') return isWord && rest.length === 0
  if (!isWord && !isPosition(position)) return false
  const inside = fieldsInside({ fields, list })
  return rest.length === 0 || inside.length === 0
    ? true
    : hasOutputPath({ fields: inside, path: rest, liquid })
}

/** The fields of a list's items, as if each item were an output of its own. */
export function fieldsInside({
  fields,
  list,
}: {
  fields: readonly OutputField[]
  list: string
}): OutputField[] {
  const prefix = `${list}[].`
  return fields
    .filter(({ path }) => path.startsWith(prefix))
    .map((field) => ({ ...field, path: field.path.slice(prefix.length) }))
}

/** Names for a message: the top of each path. */
export function outputNames(fields: readonly OutputField[]): string[] {
  return fields.map(({ path }) => path).filter((path) => !path.includes('[]'))
}

function isInsideOpenField({
  fields,
  prefix,
}: {
  fields: readonly OutputField[]
  prefix: string
}): boolean {
  return prefix !== '' && !fields.some(({ path }) => path.startsWith(`${prefix}.`))
}

/** `0`, or `[index]` when a prompt computes it. */
function isPosition(segment: string | number | undefined): boolean {
  return typeof segment === 'number' || (segment !== undefined && /^(\d+|\[.*\])$/.test(segment))
}
