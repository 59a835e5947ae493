import type { DefaultValue, Field, FilterOptions, Where } from 'payload'

import { idOf } from '../access/idOf.js'
import { isAdmin } from '../access/isAdmin.js'
import { editableWorkspaces } from '../access/membershipsOf.js'

const onlyWorkspace: DefaultValue = async ({ user, req }) => {
  if (!user) return undefined
  const editable = await editableWorkspaces({ payload: req.payload, user, req })
  return editable.length === 1 ? editable[0] : undefined
}

const workspacesToWriteTo: FilterOptions = async ({ user, req }) => {
  if (!user || isAdmin(user)) return true
  const editable = await editableWorkspaces({ payload: req.payload, user, req })
  const where: Where = { id: { in: editable } }
  return where
}

const projectsOfWorkspace: FilterOptions = ({ data }) => {
  const workspace = idOf(data?.workspace)
  return workspace ? { workspace: { equals: workspace } } : true
}

export const workspaceField = (): Field => ({
  name: 'workspace',
  type: 'relationship',
  relationTo: 'workspaces',
  required: true,
  index: true,
  defaultValue: onlyWorkspace,
  filterOptions: workspacesToWriteTo,
  admin: { position: 'sidebar' },
})

export const projectField = (): Field => ({
  name: 'project',
  type: 'relationship',
  relationTo: 'projects',
  index: true,
  filterOptions: projectsOfWorkspace,
  admin: { position: 'sidebar' },
})
