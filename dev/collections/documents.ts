import type { CollectionConfig } from 'payload'

import { inWorkspace } from '../access/inWorkspace.js'
import { keepInWorkspace } from '../access/keepInWorkspace.js'
import { projectField, workspaceField } from './workspaceFields.js'

export const createDocumentsCollection = (): CollectionConfig => ({
  slug: 'documents',
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', '_status', 'project', 'updatedAt'],
  },
  access: inWorkspace,
  hooks: { beforeValidate: [keepInWorkspace] },
  versions: { drafts: true, maxPerDoc: 50 },
  fields: [
    { name: 'title', type: 'text', required: true },
    { name: 'body', type: 'richText' },
    {
      name: 'status',
      // Beside Payload's own «Status», which says whether it is published.
      label: 'Stage',
      type: 'select',
      defaultValue: 'draft',
      options: [
        { label: 'Draft', value: 'draft' },
        { label: 'In review', value: 'review' },
        { label: 'Published', value: 'published' },
      ],
      admin: { position: 'sidebar' },
    },
    workspaceField(),
    projectField(),
  ],
})
