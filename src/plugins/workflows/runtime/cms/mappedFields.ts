import type { Payload } from 'payload'

import type { SanitizedDocuments } from '../../sanitizeOptions.js'
import type { JsonObject, JsonValue } from '../../graph/types.js'

import { PermanentNodeError } from '../errors.js'
import { findField } from './collectionFields.js'
import { markdownToLexical } from './markdownToLexical.js'
import { markdownToPlainText } from './markdownToPlainText.js'

/** Payload's own; a mapping must not set them, no more than the fields that say who sees a document. */
const NEVER_MAPPED = ['id', '_status', 'createdAt', 'updatedAt', 'deletedAt']

/**
 * Further fields of a document, in the form each field takes: Markdown as rich text where the field is
 * one, the document's own text as plain text elsewhere. Dotted names lead into groups.
 */
export async function mappedFields({
  payload,
  target: { collection, workspaceField, projectField },
  data,
  markdown,
}: {
  payload: Payload
  target: Pick<SanitizedDocuments, 'collection' | 'projectField' | 'workspaceField'>
  data: JsonObject
  /** The document's text, which a mapping may give to another field as well. */
  markdown: string
}): Promise<Record<string, unknown>> {
  const refused = [...NEVER_MAPPED, workspaceField, projectField]
  const result: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(data)) {
    const field = findField({ payload, collection, path })
    if (!field || refused.includes(path)) {
      throw new PermanentNodeError({
        code: 'unknown_field',
        message: `The field mapping names «${path}», which cannot be set in «${collection}».`,
      })
    }
    setPath(result, path.split('.'), await fieldValue(field.type, path, value))
  }
  return result

  async function fieldValue(type: string, path: string, value: JsonValue): Promise<unknown> {
    if (type === 'richText' && typeof value === 'string') {
      return markdownToLexical({ payload, collection, fieldPath: path, markdown: value })
    }
    if (type !== 'text' && type !== 'textarea') return value
    if (typeof value === 'number') return String(value)
    return value === markdown ? markdownToPlainText(markdown) : value
  }
}

/** The names are those of fields that exist, so none of them leads out of plain data. */
function setPath(into: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (name === undefined) return
  if (rest.length === 0) {
    into[name] = value
    return
  }
  const group = (into[name] ??= {}) as Record<string, unknown>
  setPath(group, rest, value)
}
