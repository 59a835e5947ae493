import type { Access, CollectionConfig } from 'payload'

import { idOf } from './idOf.js'
import { isAdmin } from './isAdmin.js'
import { editableWorkspaces, membershipsOf } from './membershipsOf.js'

/** `path` is where the workspace is: versions keep it one level down. */
const membersRead =
  (path: string): Access =>
  async ({ req }) => {
    const { payload, user } = req
    if (!user) return false
    if (isAdmin(user)) return true
    const memberships = await membershipsOf({ payload, user, req })
    return { [path]: { in: memberships.map(({ workspace }) => workspace) } }
  }

const editorsCreate: Access = async ({ req, data }) => {
  const { payload, user } = req
  if (!user) return false
  if (isAdmin(user)) return true
  const editable = await editableWorkspaces({ payload, user, req })
  const workspace = idOf(data?.workspace)
  // Without data Payload asks whether to show «Create New»; `keepInWorkspace` checks the rest.
  return workspace ? editable.includes(workspace) : editable.length > 0
}

const editorsChange: Access = async ({ req }) => {
  const { payload, user } = req
  if (!user) return false
  if (isAdmin(user)) return true
  return { workspace: { in: await editableWorkspaces({ payload, user, req }) } }
}

/** Members read; owners and editors create, update and delete; administrators do all. */
export const inWorkspace: CollectionConfig['access'] = {
  read: membersRead('workspace'),
  readVersions: membersRead('version.workspace'),
  create: editorsCreate,
  update: editorsChange,
  delete: editorsChange,
}
