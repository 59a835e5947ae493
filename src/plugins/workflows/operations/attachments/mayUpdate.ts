import type { PayloadRequest, Where } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug } from '../../access/hostIds.js'

/**
 * Whether the request's user may change a document, by the host's own access rule. Payload has no
 * call for it that leaves a surrounding transaction alone: the rule is asked as Payload asks it, and
 * a rule that answers a condition is held against the row.
 */
export async function mayUpdate({
  req,
  collection,
  id,
  doc,
}: {
  req: PayloadRequest
  collection: string
  id: HostId
  doc: Record<string, unknown>
}): Promise<boolean> {
  const rule = req.payload.collections[collection]?.config.access.update
  const answer: boolean | Where = rule ? await rule({ req, id, data: doc }) : Boolean(req.user)
  if (typeof answer !== 'object') return Boolean(answer)
  const { totalDocs } = await req.payload.count({
    collection: asSlug(collection),
    // The host's rule is already in the condition.
    overrideAccess: true,
    req,
    where: { and: [{ id: { equals: id } }, answer] },
  })
  return totalDocs === 1
}
