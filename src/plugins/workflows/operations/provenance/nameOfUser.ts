import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'

import { asSlug } from '../../access/hostIds.js'
import { getPluginContext } from '../../pluginContext.js'

/** What the site calls its users by; null when they are gone or the reader may not see them. */
export async function nameOfUser({
  req,
  id,
}: {
  req: PayloadRequest
  id: HostId | null
}): Promise<string | null> {
  if (id === null) return null
  const { users } = getPluginContext(req.payload).slugs
  const field = req.payload.collections[users]?.config.admin.useAsTitle ?? 'email'
  const user = await req.payload.findByID({
    collection: asSlug(users),
    id,
    depth: 0,
    disableErrors: true,
    overrideAccess: false,
    req,
    select: { [field]: true },
    user: req.user,
  })
  const name = (user as unknown as Record<string, unknown> | null)?.[field]
  return typeof name === 'string' && name !== '' ? name : null
}
