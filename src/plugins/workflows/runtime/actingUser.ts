import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq } from 'payload'

import type { ActingUser } from '../options.js'
import type { PluginContext } from '../pluginContext.js'

import { membershipsFor } from '../access/memberships.js'
import { PermanentNodeError } from './errors.js'

export type LoadedUser = ActingUser & NonNullable<PayloadRequest['user']>

/** Who acts, and a request of theirs that knows their memberships. Copy its context, do not write through it. */
export interface Actor {
  user: LoadedUser
  req: PayloadRequest
}

/**
 * Read anew before a job reads documents and again before it writes, and shared by no two jobs: nothing may be made
 * with rights that were taken away a moment ago.
 * @throws PermanentNodeError `principal_gone` when the account no longer exists.
 */
export async function loadActor(args: {
  payload: Payload
  site: PluginContext
  id: string
}): Promise<Actor> {
  const user = await loadActingUser(args)
  const req = await createLocalReq({ user }, args.payload)
  await membershipsFor({ req })
  return { user, req }
}

/** What a job ends with when there is nobody left to act as. */
export function principalGone(): PermanentNodeError {
  return new PermanentNodeError({
    code: 'principal_gone',
    message:
      'The account that launched this workflow no longer exists, so nothing more is made in its name.',
  })
}

/**
 * The launching user as they are now. Loaded with full rights, because nobody is acting yet; everything
 * after that acts as this user.
 * @throws PermanentNodeError `principal_gone` when the account no longer exists.
 */
async function loadActingUser({
  payload,
  site,
  id,
}: {
  payload: Payload
  site: PluginContext
  id: string
}): Promise<LoadedUser> {
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
  if (!user || typeof user !== 'object') throw principalGone()
  // Payload refuses a user without `collection`; rows from the database do not carry it.
  return { ...user, collection } as LoadedUser
}
