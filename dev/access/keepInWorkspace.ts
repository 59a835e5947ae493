import { type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload'

import { idOf } from './idOf.js'
import { isAdmin } from './isAdmin.js'
import { editableWorkspaces } from './membershipsOf.js'

const refuse = (path: string, message: string): never => {
  throw new ValidationError({ errors: [{ path, message }] })
}

const projectIsIn = async (args: {
  project: string
  workspace: string
  req: PayloadRequest
}): Promise<boolean> => {
  const { project, workspace, req } = args
  const { totalDocs } = await req.payload.count({
    collection: 'projects',
    where: { and: [{ id: { equals: project } }, { workspace: { equals: workspace } }] },
    req,
  })
  return totalDocs === 1
}

/**
 * Access rules see the row as it was; this sees where it goes. A hook, because Payload does not
 * validate fields of drafts.
 */
export const keepInWorkspace: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const before = idOf(originalDoc?.workspace)
  const workspace = data && 'workspace' in data ? idOf(data.workspace) : before
  const project = idOf(data && 'project' in data ? data.project : originalDoc?.project)
  if (!workspace) return refuse('workspace', 'Choose the workspace this belongs to.')
  const { user, payload } = req
  if (user && !isAdmin(user) && workspace !== before) {
    const editable = await editableWorkspaces({ payload, user, req })
    if (!editable.includes(workspace)) refuse('workspace', 'You may not write to this workspace.')
  }
  if (project && !(await projectIsIn({ project, workspace, req }))) {
    refuse('project', 'This project does not belong to the workspace.')
  }
  return data
}
