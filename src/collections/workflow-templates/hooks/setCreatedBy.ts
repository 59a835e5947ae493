import type { FieldHook } from 'payload'

import { toActingUser } from '../../../plugins/workflows/access/memberships.js'
import { getPluginContext } from '../../../plugins/workflows/pluginContext.js'

/** Whoever makes it, whatever the request says; the seeder has no user and leaves it empty. */
export const setCreatedBy: FieldHook = ({ operation, originalDoc, req, value }) => {
  if (operation !== 'create') return value as unknown
  const user = toActingUser(req.user)
  // A duplicate starts from the original's values: its maker is not the maker of the copy.
  const inherited = (originalDoc as { createdBy?: unknown } | undefined)?.createdBy
  const users = getPluginContext(req.payload).slugs.users
  if (user?.collection === users) return user.id
  return value === inherited ? null : (value as unknown)
}
