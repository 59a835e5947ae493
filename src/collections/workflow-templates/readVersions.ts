import type { Access } from 'payload'

import { membershipsFor } from '../../plugins/workflows/access/memberships.js'
import { workspacesWithRole } from '../../plugins/workflows/access/predicates.js'

/**
 * Who may read the template as it is now may read its history; without this any login could. Asked
 * of the parent: an old version may still name the workspace the template was moved out of.
 */
export const readTemplateVersions: Access = async ({ req }) => {
  const memberships = await membershipsFor({ req })
  if (memberships.reach === 'none') return false
  const reachable = workspacesWithRole(memberships, 'viewer')
  if (reachable === 'all') return true
  const isSystem = { 'parent.isSystem': { equals: true } }
  if (reachable.length === 0) return isSystem
  return { or: [{ 'parent.workspace': { in: reachable } }, isSystem] }
}
