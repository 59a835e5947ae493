import type { FlattenedField, Payload } from 'payload'

/** A field by dotted path through groups and named tabs; what has no name in the data does not count. */
export function findField({
  payload,
  collection,
  path,
}: {
  payload: Payload
  collection: string
  path: string
}): FlattenedField | null {
  let fields: FlattenedField[] = collectionFields({ payload, collection })
  let found: FlattenedField | null = null
  for (const name of path.split('.')) {
    found = fields.find((field) => field.name === name) ?? null
    fields = found?.type === 'group' || found?.type === 'tab' ? found.flattenedFields : []
  }
  return found
}

function collectionFields({
  payload,
  collection,
}: {
  payload: Payload
  collection: string
}): FlattenedField[] {
  // Slugs are own keys of a plain object; an unknown one must not find something inherited.
  return Object.hasOwn(payload.collections, collection)
    ? (payload.collections[collection]?.config.flattenedFields ?? [])
    : []
}
