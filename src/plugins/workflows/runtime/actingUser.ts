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

/** Rights take effect within this time; meanwhile ten jobs that end together read them once. */
const SHARED_MS = 1_000
/** People who launch at once; more only means reading again. */
const MAX_ACTORS = 100

/** The launching users of this process's jobs, each read once a second at most. */
export function createActors({
  payload,
  site,
}: {
  payload: Payload
  site: PluginContext
}): (id: string) => Promise<Actor> {
  const known = new Map<string, { at: number; actor: Promise<Actor> }>()
  return (id) => {
    const entry = known.get(id)
    if (entry && performance.now() - entry.at < SHARED_MS) return entry.actor
    const actor = loadActor({ payload, site, id })
    known.delete(id)
    const [oldest] = known.keys()
    if (known.size >= MAX_ACTORS && oldest !== undefined) known.delete(oldest)
    known.set(id, { at: performance.now(), actor })
    actor.catch(() => known.delete(id))
    return actor
  }
}

async function loadActor(args: {
  payload: Payload
  site: PluginContext
  id: string
}): Promise<Actor> {
  const user = await loadActingUser(args)
  const req = await createLocalReq({ user }, args.payload)
  await membershipsFor({ req })
  return { user, req }
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
  if (!user || typeof user !== 'object') {
    throw new PermanentNodeError({
      code: 'principal_gone',
      message:
        'The account that launched this workflow no longer exists, so nothing more is made in its name.',
    })
  }
  // Payload refuses a user without `collection`; rows from the database do not carry it.
  return { ...user, collection } as LoadedUser
}
