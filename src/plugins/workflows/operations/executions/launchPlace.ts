import type { PayloadRequest } from 'payload'

import type { HostId } from '../../runtime/cmsTypes.js'
import type { TemplateDetail } from '../templates/present.js'

import { defaultWorkspace } from '../../access/defaultWorkspace.js'
import { asSlug, idOf, parseHostId, sameId } from '../../access/hostIds.js'
import { requireWorkspaceRole } from '../../access/requireWorkspaceRole.js'
import { getPluginContext } from '../../pluginContext.js'
import { NotFoundError } from '../../runtime/errors.js'
import { targetWorkspace } from '../templates/targetWorkspace.js'

export interface LaunchPlace {
  workspace: HostId | null
  project: HostId | null
}

/**
 * Where a launch happens: the workspace that is named, else the project's, else the template's, else the
 * user's own; and the project, which must lie in it. Launching needs the editor's role there.
 */
export async function requireLaunchPlace({
  req,
  input,
  template,
}: {
  req: PayloadRequest
  input: { workspace?: HostId | null; project?: HostId | null }
  template: TemplateDetail
}): Promise<LaunchPlace> {
  const site = getPluginContext(req.payload)
  const project = await requireProject({ req, given: input.project })
  if (!site.slugs.workspaces) {
    await requireWorkspaceRole({ req, workspace: null, role: 'editor' })
    return { workspace: null, project: project?.id ?? null }
  }
  const named = input.workspace ?? project?.workspace ?? template.workspace
  const workspace = named
    ? await targetWorkspace({ req, given: named })
    : await defaultWorkspace({ req })
  // A project elsewhere does not exist here, whoever may see it.
  if (project?.workspace && !sameId(project.workspace, workspace)) {
    throw new NotFoundError({ what: 'The project' })
  }
  return { workspace, project: project?.id ?? null }
}

async function requireProject({
  req,
  given,
}: {
  req: PayloadRequest
  given: HostId | null | undefined
}): Promise<{ id: HostId; workspace: HostId | null } | null> {
  if (given === null || given === undefined) return null
  const { projects } = getPluginContext(req.payload).options
  const id = projects
    ? parseHostId({ payload: req.payload, collection: projects.collection, value: given })
    : null
  const found =
    projects && id !== null
      ? await req.payload.findByID({
          collection: asSlug(projects.collection),
          id,
          depth: 0,
          disableErrors: true,
          overrideAccess: false,
          req,
          user: req.user,
        })
      : null
  if (!found || !projects || id === null) throw new NotFoundError({ what: 'The project' })
  const row = found as unknown as Record<string, unknown>
  return { id, workspace: projects.workspaceField ? idOf(row[projects.workspaceField]) : null }
}
