import type { Payload } from 'payload'

import type { ActingUser } from '../../options.js'
import type { HostId } from '../cmsTypes.js'

import { asSlug, parseHostId } from '../../access/hostIds.js'

/**
 * An id, or an id with its collection. A bare id belongs to the first of the allowed collections;
 * where ids are unique across collections (uuid) it is looked for in the others as well.
 */
export type ContextReference = HostId | { collection?: string; id: HostId }

export interface FoundDocument {
  collection: string
  id: HostId
  data: { id: HostId } & Record<string, unknown>
}

interface Wanted {
  id: HostId
  /** Where it may be, in the order to look. */
  collections: readonly string[]
}

/**
 * The documents among `references` that the user may read, in the order asked for and without
 * repeats, and the ids of the others. Which of those are gone and which are hidden is not told.
 */
export async function findContextDocuments({
  payload,
  user,
  references,
  collections,
}: {
  payload: Payload
  user: ActingUser
  references: readonly ContextReference[]
  /** Allowed ones; the first is the default. */
  collections: readonly string[]
}): Promise<{ found: FoundDocument[]; missing: HostId[] }> {
  const wanted = references.map((reference) => {
    const { id, collection } = typeof reference === 'object' ? reference : { id: reference }
    return { id, collections: candidates({ payload, collection, allowed: collections }) }
  })
  const found = new Map<string, FoundDocument>()
  const missing: HostId[] = []
  const byKey = await readAll({ payload, user, wanted, collections })
  for (const { id, collections } of wanted) {
    const keys = collections.map((collection) => `${collection}/${id}`)
    const document = keys.flatMap((key) => byKey.get(key) ?? [])[0]
    if (document) found.set(`${document.collection}/${document.id}`, document)
    else missing.push(id)
  }
  return { found: [...found.values()], missing }
}

function candidates({
  payload,
  collection,
  allowed,
}: {
  payload: Payload
  collection: string | undefined
  allowed: readonly string[]
}): readonly string[] {
  if (collection) return allowed.includes(collection) ? [collection] : []
  // Serial number 5 of another collection is another document, not the one that was meant.
  return payload.db.defaultIDType === 'text' ? allowed : allowed.slice(0, 1)
}

/** One query a collection; by `collection/id`. */
async function readAll({
  payload,
  user,
  wanted,
  collections,
}: {
  payload: Payload
  user: ActingUser
  wanted: readonly Wanted[]
  collections: readonly string[]
}): Promise<ReadonlyMap<string, FoundDocument>> {
  const byKey = new Map<string, FoundDocument>()
  for (const collection of collections) {
    const ids = wanted
      .filter((one) => one.collections.includes(collection))
      .flatMap(({ id }) => parseHostId({ payload, collection, value: id }) ?? [])
    if (ids.length === 0) continue
    const { docs } = await payload.find({
      collection: asSlug(collection),
      where: { id: { in: [...new Set(ids)] } },
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user,
      // A user who may read nothing there is told the same as for a document that is gone.
      disableErrors: true,
    })
    for (const doc of docs) {
      // Any host document: which fields it has is looked up by name, one by one.
      const data = doc as unknown as FoundDocument['data']
      byKey.set(`${collection}/${data.id}`, { collection, id: data.id, data })
    }
  }
  return byKey
}
