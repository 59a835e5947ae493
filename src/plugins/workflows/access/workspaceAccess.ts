import type { Access, FieldAccess, Where } from 'payload'

import type { WorkspaceRole } from '../options.js'

import { idOf } from './hostIds.js'
import { membershipsFor } from './memberships.js'
import { canEdit, workspacesWithRole } from './predicates.js'

/** For rows and fields that only the engine and the seeder write, with `overrideAccess: true`. */
export const nobody: Access & FieldAccess = () => false

/**
 * Collection access by the row's `workspace`. `system: 'included'` adds rows with `isSystem`,
 * `'excluded'` keeps them out for everybody, admins as well.
 */
export function workspaceAccess({
  role,
  system,
}: {
  role: WorkspaceRole
  system?: 'excluded' | 'included'
}): Access {
  return async ({ req }) => {
    const memberships = await membershipsFor({ req })
    if (memberships.reach === 'none') return false
    const reachable = workspacesWithRole(memberships, role)
    const isSystem: Where = { isSystem: { equals: true } }
    const notSystem: Where = { isSystem: { not_equals: true } }
    if (reachable === 'all') return system === 'excluded' ? notSystem : true
    // An empty list would still cost a query, and says no more than this.
    if (reachable.length === 0) return system === 'included' ? isSystem : false
    const inReach: Where = { workspace: { in: reachable } }
    if (system === 'included') return { or: [inReach, isSystem] }
    if (system === 'excluded') return { and: [inReach, notSystem] }
    return inReach
  }
}

/** Creating needs the editor's role in the row's workspace, or in any one when it names none yet. */
export const createInWorkspace: Access = async ({ req, data }) => {
  const memberships = await membershipsFor({ req })
  const workspace = idOf(asRecord(data)?.workspace)
  if (workspace !== null) return canEdit(memberships, workspace)
  const reachable = workspacesWithRole(memberships, 'editor')
  return reachable === 'all' || reachable.length > 0
}

/** Changing needs the editor's role where the row is, and where it is being moved to. */
export function updateInWorkspace({ system }: { system?: 'excluded' } = {}): Access {
  const whereItIs = workspaceAccess({ role: 'editor', system })
  return async (args) => {
    const target = idOf(asRecord(args.data)?.workspace)
    if (target !== null && !canEdit(await membershipsFor({ req: args.req }), target)) return false
    return whereItIs(args)
  }
}

/** Payload types `data` as anything. */
function asRecord(data: unknown): Record<string, unknown> | null {
  return data && typeof data === 'object' ? (data as Record<string, unknown>) : null
}
