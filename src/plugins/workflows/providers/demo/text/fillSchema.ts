import type { Draft } from './draft.js'
import { sentences } from './draft.js'

type Schema = Record<string, unknown>

interface Filling {
  written: { title: string; body: string }
  draft: Draft
}

/** Deeper ones are answered with null: no form asks for that. */
const MAX_DEPTH = 6

/** JSON for an object schema: by the names of its properties where they are telling, else by their types. */
export function fillSchema({ schema, ...filling }: Filling & { schema: Schema }): string {
  return JSON.stringify(valueOf({ schema, name: '', depth: 0, ...filling }))
}

function valueOf(args: Filling & { schema: Schema; name: string; depth: number }): unknown {
  const { schema, name, depth, draft } = args
  if (depth > MAX_DEPTH) return null
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) {
    return schema['enum'][(draft.brief.position + name.length) % schema['enum'].length]
  }
  const choice = [schema['anyOf'], schema['oneOf'], schema['allOf']].find(Array.isArray)
  const first: unknown = choice?.find((option) => isRecord(option) && option['type'] !== 'null')
  if (isRecord(first)) return valueOf({ ...args, schema: first })
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(args)
    case 'array':
      return listOf(args)
    case 'number':
    case 'integer':
      return numberOf(args)
    case 'boolean':
      return (draft.brief.position + draft.brief.variant) % 2 === 0
    case 'null':
      return null
    default:
      return fit({ text: textOf(args), schema })
  }
}

function typeOf(schema: Schema): unknown {
  const types = [schema['type']].flat()
  return (
    types.find((type) => type && type !== 'null') ?? (schema['properties'] ? 'object' : types[0])
  )
}

function objectOf(args: Filling & { schema: Schema; depth: number }): Schema {
  const properties = isRecord(args.schema['properties']) ? args.schema['properties'] : {}
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      valueOf({ ...args, schema: isRecord(property) ? property : {}, name, depth: args.depth + 1 }),
    ]),
  )
}

function listOf(args: Filling & { schema: Schema; name: string; depth: number }): unknown[] {
  const { schema, name, draft, depth } = args
  const items = isRecord(schema['items']) ? schema['items'] : {}
  const most = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 3
  const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0
  return Array.from({ length: Math.max(least, Math.min(most, 3)) }, (_, at) => {
    if (typeOf(items) === 'string' && !items['enum']) {
      return fit({ text: entryOf({ name, draft, at }), schema: items })
    }
    const neighbour = { ...draft, ...draft.neighbour(at + 1) }
    const written = { title: neighbour.title, body: sentences(neighbour.hook, draft.detail(at)) }
    return valueOf({ schema: items, name, depth: depth + 1, draft: neighbour, written })
  })
}

function entryOf({ name, draft, at }: { name: string; draft: Draft; at: number }): string {
  if (/tag|keyword/i.test(name)) return draft.pick(draft.brief.domain.hashtags, at)
  return /title|headline|angle|idea|subject/i.test(name)
    ? draft.neighbour(at + 1).title
    : draft.detail(at)
}

/** Scores go from 0 to 10; most of them are good, some are not, so that conditions have both branches. */
function numberOf({ schema, name, draft }: Filling & { schema: Schema; name: string }): number {
  const from = limit(schema, 'minimum', 0)
  const to = limit(schema, 'maximum', /score|rating|quality/i.test(name) ? 10 : 100)
  const share = 0.55 + ((draft.brief.position * 37 + draft.brief.variant * 11) % 45) / 100
  const value = from + (to - from) * share
  return typeOf(schema) === 'integer' ? Math.floor(value) : Math.round(value * 10) / 10
}

function limit(schema: Schema, key: 'minimum' | 'maximum', otherwise: number): number {
  return typeof schema[key] === 'number' ? schema[key] : otherwise
}

function textOf({ name, written, draft }: Filling & { name: string }): string {
  const { brief } = draft
  const key = name.toLowerCase().replace(/[^a-z]/g, '')
  if (/image|visual|picture|alt/.test(key))
    return `${written.title}: ${brief.name}, ${draft.pick(brief.domain.moments)}`
  if (/^(body|text|content|copy|caption|article|post|html|markdown|email|message)/.test(key))
    return written.body
  if (/title|headline|subject|heading|^name$|hook/.test(key)) return written.title
  if (/cta|calltoaction|button/.test(key)) return draft.pick(brief.domain.calls)
  if (/slug/.test(key)) return slugOf(written.title)
  if (/reason|feedback|comment|rationale/.test(key))
    return sentences(draft.pick(brief.tone.promises), draft.detail(1))
  if (/excerpt|summary|description|preview|preheader|subtitle|intro|meta|teaser/.test(key))
    return draft.hook
  if (/hashtag|tag|keyword/.test(key)) return `#${draft.pick(brief.domain.hashtags)}`
  return draft.detail(key.length)
}

/** Cuts a text at a word where the schema sets a limit. */
function fit({ text, schema }: { text: string; schema: Schema }): string {
  const most = schema['maxLength']
  if (typeof most !== 'number' || text.length <= most) return text
  const cut = text.slice(0, Math.max(0, most - 1))
  return `${cut.replace(/\s+\S*$/, '') || cut}…`.slice(0, most)
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
