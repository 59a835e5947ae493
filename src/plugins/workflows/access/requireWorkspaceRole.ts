import type { PayloadRequest } from 'payload'

import type { WorkspaceRole } from '../options.js'
import type { HostId } from '../runtime/cmsTypes.js'

import { ForbiddenError, NotFoundError } from '../runtime/errors.js'
import { membershipsFor } from './memberships.js'
import { hasRole, roleIn } from './predicates.js'
import { requireUser } from './requireUser.js'

const MAY: Record<WorkspaceRole, string> = {
  viewer: 'look at what is here',
  editor: 'change things here',
  owner: 'do this',
}

/**
 * Throws unless the user has the role. No member: 404, as if the thing did not exist. Too low a role:
 * 403 with the role that is needed and whom to ask.
 */
export async function requireWorkspaceRole({
  req,
  workspace,
  role,
  what = 'The workspace',
}: {
  req: PayloadRequest
  workspace: HostId | null
  role: WorkspaceRole
  /** Names the thing that is "not found", as in "The template". */
  what?: string
}): Promise<void> {
  requireUser(req)
  const memberships = await membershipsFor({ req })
  const actual = roleIn(memberships, workspace)
  if (actual === null) throw new NotFoundError({ what })
  if (hasRole(memberships, workspace, role)) return
  throw new ForbiddenError({
    code: 'role_too_low',
    message: `Only ${role === 'owner' ? 'an owner' : `an ${role} or owner`} of this workspace may ${MAY[role]}; you are ${actual === 'editor' ? 'an editor' : 'a viewer'}. Ask an owner of the workspace for the ${role} role.`,
  })
}
