import type { PayloadRequest } from 'payload'

import type { ActingUser } from '../options.js'

import { getPluginContext } from '../pluginContext.js'
import { ForbiddenError, NotAuthenticatedError } from '../runtime/errors.js'
import { toActingUser } from './memberships.js'

/** The logged-in user, who must be of the collection whose users work with workflows. */
export function requireUser(req: PayloadRequest): ActingUser {
  const user = toActingUser(req.user)
  if (!user) throw new NotAuthenticatedError()
  if (user.collection !== getPluginContext(req.payload).options.users.collection) {
    throw new ForbiddenError({
      message: 'This account cannot use workflows. Log in with an account of the editors.',
    })
  }
  return user
}
