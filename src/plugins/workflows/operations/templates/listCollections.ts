import type { FlattenedField, PayloadRequest } from 'payload'

import type { SanitizedDocuments } from '../../sanitizeOptions.js'

import { requireUser } from '../../access/requireUser.js'
import { isRecord } from '../../graph/json.js'
import { getPluginContext } from '../../pluginContext.js'

/** What a title, a text or a number of words can be written into. */
const TAKES_TEXT = ['text', 'textarea', 'richText', 'number']
/** Payload's own; the writer refuses them too (runtime/cms/mappedFields.ts). */
const NEVER_MAPPED = ['id', '_status', 'createdAt', 'updatedAt', 'deletedAt']

export interface TargetField {
  /** Dotted through groups and named tabs, as a field mapping names it. */
  name: string
  label: string
  type: string
  required: boolean
}

export interface TargetCollection {
  slug: string
  label: string
  titleField: string
  bodyField: string
  /** What a mapping can set besides title and text, which are always written. */
  fields: TargetField[]
}

/** The collections that copies can go to, as far as the user may create in them. First = default. */
export async function listCollections({
  req,
}: {
  req: PayloadRequest
}): Promise<TargetCollection[]> {
  requireUser(req)
  const { documents } = getPluginContext(req.payload).options
  const allowed = await Promise.all(documents.map((target) => mayCreate({ req, target })))
  return documents.filter((_, at) => allowed[at]).map((target) => describeTarget({ req, target }))
}

async function mayCreate({
  req,
  target: { collection },
}: {
  req: PayloadRequest
  target: SanitizedDocuments
}): Promise<boolean> {
  const create = req.payload.collections[collection]?.config.access.create
  // Without data, as Payload itself asks whether to show «Create New».
  return create ? Boolean(await create({ req })) : Boolean(req.user)
}

function describeTarget({
  req,
  target,
}: {
  req: PayloadRequest
  target: SanitizedDocuments
}): TargetCollection {
  const { collection, titleField, bodyField, statusField, workspaceField, projectField } = target
  const config = req.payload.collections[collection]?.config
  const own = [titleField, bodyField, statusField, workspaceField, projectField, ...NEVER_MAPPED]
  return {
    slug: collection,
    label: say({ req, label: config?.labels.plural }) ?? collection,
    titleField,
    bodyField,
    fields: mappable({ req, fields: config?.flattenedFields ?? [], own, prefix: '', labels: [] }),
  }
}

/** Depth first, in the order of the edit view. */
function mappable({
  req,
  fields,
  own,
  prefix,
  labels,
}: {
  req: PayloadRequest
  fields: readonly FlattenedField[]
  own: readonly (string | null)[]
  prefix: string
  labels: readonly string[]
}): TargetField[] {
  return fields.flatMap((field): TargetField[] => {
    const name = prefix + field.name
    if (own.includes(name) || ('virtual' in field && field.virtual)) return []
    const path = [...labels, labelOf({ req, field })]
    if (field.type === 'group' || field.type === 'tab') {
      const inner = { req, fields: field.flattenedFields, own, prefix: `${name}.`, labels: path }
      return mappable(inner)
    }
    const isHidden = 'hidden' in field && field.hidden === true
    const isMany = 'hasMany' in field && field.hasMany === true
    if (isHidden || isMany || !TAKES_TEXT.includes(field.type)) return []
    const required = 'required' in field && field.required === true
    return [{ name, label: path.join(' · '), type: field.type, required }]
  })
}

function labelOf({ req, field }: { req: PayloadRequest; field: FlattenedField }): string {
  return say({ req, label: 'label' in field ? field.label : undefined }) ?? field.name
}

/** Labels of a config may be functions, words by language, or `false`. */
function say({ req: { i18n }, label }: { req: PayloadRequest; label: unknown }): string | null {
  const text: unknown = typeof label === 'function' ? label({ i18n, t: i18n.t }) : label
  if (typeof text === 'string') return text || null
  if (!isRecord(text)) return null
  const words = [text[i18n.language], text[i18n.fallbackLanguage], ...Object.values(text)]
  return words.find((word): word is string => typeof word === 'string' && word !== '') ?? null
}
