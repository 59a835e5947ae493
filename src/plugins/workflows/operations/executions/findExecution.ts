import type { PayloadRequest } from 'payload'

import type { WorkspaceRole } from '../../options.js'
import type { HostId } from '../../runtime/cmsTypes.js'

import { idOf } from '../../access/hostIds.js'
import { requireUser } from '../../access/requireUser.js'
import { requireWorkspaceRole } from '../../access/requireWorkspaceRole.js'
import { NotFoundError } from '../../runtime/errors.js'
import { slugs } from '../../slugs.js'

/** Ids are ours (uuid v7 as text); anything else is nobody's id. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export interface FoundExecution {
  id: string
  workspace: HostId | null
}

/**
 * The execution, if the user may see it and has the role.
 * @throws NotFoundError also for executions of other workspaces, ForbiddenError for too low a role.
 */
export async function findExecution({
  req,
  id,
  role,
}: {
  req: PayloadRequest
  id: unknown
  role: WorkspaceRole
}): Promise<FoundExecution> {
  requireUser(req)
  const found =
    typeof id === 'string' && UUID.test(id)
      ? await req.payload.findByID({
          collection: slugs.executions,
          id: id.toLowerCase(),
          depth: 0,
          disableErrors: true,
          overrideAccess: false,
          req,
          select: { workspace: true },
          user: req.user,
        })
      : null
  if (!found) throw new NotFoundError({ what: 'The execution' })
  const { workspace } = found as { workspace?: unknown }
  const execution = { id: String(id).toLowerCase(), workspace: idOf(workspace) }
  if (role !== 'viewer') {
    await requireWorkspaceRole({
      req,
      workspace: execution.workspace,
      role,
      what: 'The execution',
    })
  }
  return execution
}
