import type { JsonObject } from '../../../../plugins/workflows/graph/types.js'
import type { ConfigField } from './readFields.js'

/** One row of a form: one field, or two that belong side by side. */
export interface FormRow {
  fields: ConfigField[]
}

export interface FormLayout {
  main: FormRow[]
  /** Rarely touched; folded away. */
  more: FormRow[]
}

/** Order of well-known settings; what a host names otherwise follows in its own order. */
const ORDER = [
  'promptTemplate',
  'systemPrompt',
  'reviewType',
  'instructions',
  'strategy',
  'matchBy',
  'quantity',
  'outputStatus',
  'style',
  'dimensions',
  'model',
  'itemsFrom',
  'copySourceNode',
  'imageSourceNode',
  'contextMode',
  'contextDocuments',
  'collection',
  'fieldMapping',
]

const PAIRS = [
  ['quantity', 'outputStatus'],
  ['style', 'dimensions'],
  ['trueLabel', 'falseLabel'],
]

const FOLDED = ['provider', 'temperature', 'maxTokens']

/** Puts the fields of a form in rows, and leaves out those that mean nothing at the moment. */
export function arrangeFields({
  fields,
  config,
  hasProblem,
}: {
  fields: readonly ConfigField[]
  config: JsonObject
  hasProblem: (key: string) => boolean
}): FormLayout {
  const keys = new Set(fields.map(({ key }) => key))
  const shown = fields
    .filter(({ key }) => hasProblem(key) || !isMeaningless({ key, keys, config }))
    .toSorted((a, b) => rank(a.key) - rank(b.key))
  const inMore = ({ key }: ConfigField) => FOLDED.includes(key) && keys.has('model')
  return {
    main: toRows(shown.filter((field) => !inMore(field))),
    more: toRows(shown.filter(inMore)),
  }
}

/** Settings that another one replaces. */
function isMeaningless({
  key,
  keys,
  config,
}: {
  key: string
  keys: ReadonlySet<string>
  config: JsonObject
}): boolean {
  if (key === 'contextDocuments') return keys.has('contextMode') && config.contextMode !== 'custom'
  // The rules control has the choice between all and any in its own head.
  return key === 'match' && keys.has('rules')
}

function rank(key: string): number {
  const at = ORDER.indexOf(key)
  return at === -1 ? ORDER.length : at
}

function toRows(fields: readonly ConfigField[]): FormRow[] {
  const rows: FormRow[] = []
  const taken = new Set<string>()
  for (const field of fields) {
    if (taken.has(field.key)) continue
    const partnerKey = PAIRS.find(([first]) => first === field.key)?.[1]
    const partner = fields.find(({ key }) => key === partnerKey)
    if (partner) taken.add(partner.key)
    rows.push({ fields: partner ? [field, partner] : [field] })
  }
  return rows
}
