import path from 'node:path'

import type { CollectionConfig } from 'payload'

import { inWorkspace } from '../access/inWorkspace.js'
import { keepInWorkspace } from '../access/keepInWorkspace.js'
import { projectField, workspaceField } from './workspaceFields.js'

export const createMediaCollection = ({ dataDir }: { dataDir: string }): CollectionConfig => ({
  slug: 'media',
  labels: { singular: 'Media', plural: 'Media' },
  admin: { useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'project', 'updatedAt'] },
  access: inWorkspace,
  hooks: { beforeValidate: [keepInWorkspace] },
  upload: {
    staticDir: path.join(dataDir, 'media'),
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp'],
    adminThumbnail: 'thumbnail',
    imageSizes: [
      { name: 'thumbnail', width: 400 },
      { name: 'card', width: 800 },
    ],
    // A PNG of some 700 KB can unfold to a gigabyte; 40 million pixels are more than a camera's.
    constructorOptions: { limitInputPixels: 40e6 },
    pasteURL: false,
    // A picture may carry a page behind its last byte: it is shown as what it says it is, or not at all.
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      return headers
    },
  },
  fields: [
    { name: 'alt', type: 'text', required: true },
    { name: 'caption', type: 'textarea' },
    workspaceField(),
    projectField(),
  ],
})
