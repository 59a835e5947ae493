import type { PayloadRequest } from 'payload'

import type { HostId } from '../runtime/cmsTypes.js'

import { getPluginContext } from '../pluginContext.js'
import { ForbiddenError, NotFoundError } from '../runtime/errors.js'
import { asSlug, idOf, parseHostId } from './hostIds.js'
import { membershipsFor } from './memberships.js'
import { workspacesWithRole } from './predicates.js'

/**
 * The workspace something new goes to when none is named: the project's, else the first in which the
 * user may edit. Null on a site without workspaces.
 */
export async function defaultWorkspace({
  req,
  project,
}: {
  req: PayloadRequest
  project?: unknown
}): Promise<HostId | null> {
  const { options } = getPluginContext(req.payload)
  if (!options.workspaces) return null
  if (project !== undefined && project !== null) {
    const ofProject = await workspaceOfProject({ req, project })
    if (ofProject !== null) return ofProject
  }
  const memberships = await membershipsFor({ req })
  const editable = [...memberships.byWorkspace.values()].find(({ role }) => role !== 'viewer')
  if (editable) return editable.workspace
  if (workspacesWithRole(memberships, 'editor') === 'all') return firstWorkspace(req)
  throw new ForbiddenError({
    code: 'no_workspace',
    message:
      'There is no workspace in which you may edit. Ask an owner of your workspace for the editor role.',
  })
}

async function workspaceOfProject({ req, project }: { req: PayloadRequest; project: unknown }) {
  const { projects } = getPluginContext(req.payload).options
  if (!projects) return null
  const id = parseHostId({ payload: req.payload, collection: projects.collection, value: project })
  const found =
    id === null
      ? null
      : await req.payload.findByID({
          collection: asSlug(projects.collection),
          id,
          depth: 0,
          disableErrors: true,
          overrideAccess: false,
          req,
          user: req.user,
        })
  if (!found) throw new NotFoundError({ what: 'The project' })
  return projects.workspaceField
    ? idOf((found as Record<string, unknown>)[projects.workspaceField])
    : null
}

/** For admins, who need be no member anywhere: the oldest workspace. */
async function firstWorkspace(req: PayloadRequest): Promise<HostId | null> {
  const collection = getPluginContext(req.payload).options.workspaces?.collection
  if (!collection) return null
  const { docs } = await req.payload.find({
    collection: asSlug(collection),
    depth: 0,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    req,
    sort: 'createdAt',
    user: req.user,
  })
  return idOf(docs[0] ?? null)
}
