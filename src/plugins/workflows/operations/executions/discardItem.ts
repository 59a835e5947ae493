import type { PayloadRequest } from 'payload'

import { APIError, Forbidden, Locked, NotFound } from 'payload'

import { asSlug, parseHostId } from '../../access/hostIds.js'
import { withTransaction } from '../../db/withTransaction.js'
import { getPluginContext } from '../../pluginContext.js'
import { slugs } from '../../slugs.js'

export type KeptReason = 'published' | 'in_use' | 'not_allowed' | 'locked' | 'refused'

interface Kept {
  code: KeptReason
  message: string
}

/** Deletes one document or image as the user, hooks and all, or says why it stays. Null = it is gone. */
export async function discardItem({
  req,
  collection,
  id: stored,
}: {
  req: PayloadRequest
  collection: string
  id: string
}): Promise<Kept | null> {
  const { payload } = req
  if (!payload.collections[collection]) return null
  const id = parseHostId({ payload, collection, value: stored })
  if (id === null) return null
  const found = await payload.findByID({
    collection: asSlug(collection),
    id,
    depth: 0,
    disableErrors: true,
    // Only to tell what is gone from what this user may not touch; nothing of it is handed on.
    overrideAccess: true,
  })
  if (!found) return null
  const isMedia = collection === getPluginContext(payload).slugs.media
  const published = (found as { _status?: unknown })._status === 'published'
  if (published) {
    return { code: 'published', message: 'Somebody has published it since.' }
  }
  if (isMedia && (await isAttached({ req, image: id }))) {
    return { code: 'in_use', message: 'It is attached to a document that stays.' }
  }
  try {
    await withTransaction({ payload, req }, async ({ req: own }) => {
      await payload.delete({
        collection: asSlug(collection),
        id,
        depth: 0,
        overrideAccess: false,
        overrideLock: false,
        req: own,
        user: own.user,
      })
    })
    return null
  } catch (error) {
    return reasonOf(error)
  }
}

async function isAttached({
  req,
  image,
}: {
  req: PayloadRequest
  image: number | string
}): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: slugs.attachments,
    // As the system: an image that others use is in use, whoever may see where.
    overrideAccess: true,
    where: { image: { equals: image } },
  })
  return totalDocs > 0
}

function reasonOf(error: unknown): Kept {
  if (error instanceof Forbidden || error instanceof NotFound) {
    return { code: 'not_allowed', message: 'You are not allowed to delete it.' }
  }
  if (error instanceof Locked)
    return { code: 'locked', message: 'Somebody is editing it just now.' }
  // Hooks of the host refuse with an APIError of their own; its message is written for people.
  if (error instanceof APIError && error.status >= 400 && error.status < 500) {
    return { code: 'refused', message: error.message }
  }
  throw error
}
