import type { CmsEnvironment } from './environment.js'
import type { HostDocument, LocalApi } from './localApi.js'

import { parseHostId } from '../../access/hostIds.js'

/**
 * Makes a slot's document, or brings the one it made before up to date, or makes it anew when a person
 * has deleted it. The ledger comes first: it is what a second writer of the same slot waits for.
 */
export async function writeOnce({
  environment: { payload, effects },
  api,
  slot,
  collection,
  contentHash,
  create,
  update,
}: {
  environment: CmsEnvironment
  api: LocalApi
  slot: string
  collection: string
  contentHash: string
  create: () => Promise<HostDocument>
  update: (id: HostDocument['id']) => Promise<HostDocument>
}): Promise<HostDocument> {
  const claim = await effects.claim(slot)
  // A node whose target collection was changed before a retry starts anew there.
  const known = claim.kind === 'existing' && claim.collection === collection ? claim : null
  const id = known && parseHostId({ payload, collection, value: known.documentId })
  const found = id === null ? null : await api.find({ collection, id })
  if (found && known?.contentHash === contentHash) return found

  const written = found ? await update(found.id) : await create()
  await effects.record(slot, { collection, documentId: String(written.id), contentHash })
  return written
}
