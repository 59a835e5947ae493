import type { CollectionConfig } from 'payload'

import { inWorkspace } from '../access/inWorkspace.js'
import { keepInWorkspace } from '../access/keepInWorkspace.js'
import { workspaceField } from './workspaceFields.js'

export const createProjectsCollection = (): CollectionConfig => ({
  slug: 'projects',
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'workspace', 'updatedAt'] },
  access: inWorkspace,
  hooks: { beforeValidate: [keepInWorkspace] },
  fields: [{ name: 'name', type: 'text', required: true }, workspaceField()],
})
