import type { Payload, PayloadRequest } from 'payload'

import type { ActingUser } from '../options.js'
import type { PluginContext } from '../pluginContext.js'

import { PermanentNodeError } from './errors.js'

/**
 * The launching user as they are now. Loaded with full rights, because nobody is acting yet; everything
 * after that acts as this user.
 * @throws PermanentNodeError `principal_gone` when the account no longer exists.
 */
export async function loadActingUser({
  payload,
  site,
  id,
}: {
  payload: Payload
  site: PluginContext
  id: string
}): Promise<ActingUser & NonNullable<PayloadRequest['user']>> {
  const collection = site.slugs.users
  const numeric = payload.db.defaultIDType === 'number'
  const user: unknown = await payload.findByID({
    collection,
    id: numeric ? Number(id) : id,
    depth: 0,
    disableErrors: true,
    // Full rights: this reads who is acting, so there is no one yet whose rights could be asked.
    overrideAccess: true,
  })
  if (!user || typeof user !== 'object') {
    throw new PermanentNodeError({
      code: 'principal_gone',
      message:
        'The account that launched this workflow no longer exists, so nothing more is made in its name.',
    })
  }
  // Payload refuses a user without `collection`; rows from the database do not carry it.
  return { ...user, collection } as ActingUser & NonNullable<PayloadRequest['user']>
}
