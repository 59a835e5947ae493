import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'

import { defaultWorkspace } from '../../access/defaultWorkspace.js'
import { asSlug, parseHostId } from '../../access/hostIds.js'
import { requireWorkspaceRole } from '../../access/requireWorkspaceRole.js'
import { getPluginContext } from '../../pluginContext.js'
import { NotFoundError } from '../../runtime/errors.js'

/** The workspace something is put into: the named one if the user may edit there, else the usual one. */
export async function targetWorkspace({
  req,
  given,
}: {
  req: PayloadRequest
  given: unknown
}): Promise<HostId | null> {
  const { workspaces } = getPluginContext(req.payload).slugs
  if (!workspaces) return null
  if (given === undefined || given === null) return defaultWorkspace({ req })
  const id = parseHostId({ payload: req.payload, collection: workspaces, value: given })
  if (id === null) throw new NotFoundError({ what: 'The workspace' })
  await requireWorkspaceRole({ req, workspace: id, role: 'editor' })
  // An admin has every role everywhere, also where there is nothing.
  const { totalDocs } = await req.payload.count({
    collection: asSlug(workspaces),
    overrideAccess: true,
    req,
    where: { id: { equals: id } },
  })
  if (totalDocs === 0) throw new NotFoundError({ what: 'The workspace' })
  return id
}
