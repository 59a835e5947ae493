import type { PayloadRequest } from 'payload'

import { createHash, timingSafeEqual } from 'node:crypto'

import { getPluginContext } from '../pluginContext.js'
import { NotAuthenticatedError, NotFoundError } from '../runtime/errors.js'

/**
 * For schedulers and scrapers, which have no account: the secret of the option `worker`, as
 * `Authorization: Bearer …`. Without the option the route does not exist.
 */
export function requireSecret(req: PayloadRequest): void {
  const { secret } = getPluginContext(req.payload).options.worker
  if (secret === null) throw new NotFoundError({ what: 'The route' })
  const given = /^Bearer (.+)$/i.exec(req.headers.get('authorization') ?? '')?.[1]
  if (given === undefined || !isSame(given, secret)) throw new NotAuthenticatedError()
}

/** Hashes have one length, so that the time tells nothing of the secret's. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
