import type { Payload, PayloadRequest } from 'payload'

import type { ActingUser, Membership, WorkspaceRole } from '../options.js'
import type { HostId } from '../runtime/cmsTypes.js'

import { getPluginContext } from '../pluginContext.js'

/** What a user may do where. Made by `membershipsFor`, asked through the predicates. */
export interface Memberships {
  user: ActingUser | null
  /** `admin`: every workspace. `implicit`: the site has no workspaces. `listed`: those in `byWorkspace`. */
  reach: 'admin' | 'implicit' | 'listed' | 'none'
  byWorkspace: ReadonlyMap<string, Membership>
}

const NONE: Memberships = { user: null, reach: 'none', byWorkspace: new Map() }
const ROLES: readonly WorkspaceRole[] = ['viewer', 'editor', 'owner']
const CONTEXT_KEY = 'payload-workflows:memberships'

/** `req` for hosts that take it: a read that joins the request's transaction needs no second connection. */
type AskMemberships = (args: {
  payload: Payload
  user: ActingUser
  req?: PayloadRequest
}) => Promise<Membership[]>

type Cache = Map<string, Promise<Memberships>>

/**
 * The memberships of a request's user, or of a user outside any request. Read once a request:
 * hosts answer them from the database, and access functions ask again and again. Ask before a
 * transaction is opened: a host's `memberships` may take a connection of its own, and requests that
 * each hold one while they wait for a second never end. `withTransaction` hands the answer on with `req.context`.
 */
export function membershipsFor(
  source: { req: PayloadRequest } | { payload: Payload; user: unknown },
): Promise<Memberships> {
  if (!('req' in source)) return read(source)
  const { req } = source
  const user = toActingUser(req.user)
  if (!user) return Promise.resolve(NONE)
  const cache = cacheOf(req)
  const key = `${user.collection}:${user.id}`
  const known = cache.get(key)
  if (known) return known
  const reading = read({ payload: req.payload, user, req })
  cache.set(key, reading)
  // A failed read must not answer for the rest of the request.
  reading.catch(() => cache.delete(key))
  return reading
}

function cacheOf(req: PayloadRequest): Cache {
  req.context ??= {}
  const cache = req.context[CONTEXT_KEY]
  if (cache instanceof Map) return cache as Cache
  const fresh: Cache = new Map()
  req.context[CONTEXT_KEY] = fresh
  return fresh
}

async function read({
  payload,
  user,
  req,
}: {
  payload: Payload
  user: unknown
  req?: PayloadRequest
}): Promise<Memberships> {
  const { options } = getPluginContext(payload)
  const acting = toActingUser(user)
  if (!acting || acting.collection !== options.users.collection) return NONE
  if (options.access.isAdmin(acting)) {
    return { user: acting, reach: 'admin', byWorkspace: await listed(acting) }
  }
  if (!options.workspaces) return { user: acting, reach: 'implicit', byWorkspace: new Map() }
  return { user: acting, reach: 'listed', byWorkspace: await listed(acting) }

  async function listed(member: ActingUser): Promise<ReadonlyMap<string, Membership>> {
    const ask: AskMemberships | undefined = options.workspaces?.memberships
    const answered = (await ask?.({ payload, user: member, req })) ?? []
    const valid = answered.filter(
      ({ workspace, role }) => isHostId(workspace) && ROLES.includes(role),
    )
    return new Map(valid.map((membership) => [String(membership.workspace), membership]))
  }
}

function isHostId(value: unknown): value is HostId {
  return typeof value === 'string' || typeof value === 'number'
}

/** Payload's user, or nothing. Its generated type differs from site to site; these two are always there. */
export function toActingUser(user: unknown): ActingUser | null {
  if (!user || typeof user !== 'object') return null
  const { id, collection } = user as Partial<ActingUser>
  return isHostId(id) && typeof collection === 'string' ? (user as ActingUser) : null
}
