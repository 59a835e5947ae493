import path from 'node:path'

import type { CollectionConfig } from 'payload'

import { inWorkspace } from '../access/inWorkspace.js'
import { keepInWorkspace } from '../access/keepInWorkspace.js'
import { workspaceField } from './workspaceFields.js'

/** What an editor hands to a workflow besides documents: briefs, price lists, pictures to look at. */
export const createReferenceFilesCollection = (args: { dataDir: string }): CollectionConfig => ({
  slug: 'reference-files',
  labels: { singular: 'Reference file', plural: 'Reference files' },
  admin: { useAsTitle: 'filename', defaultColumns: ['filename', 'mimeType', 'updatedAt'] },
  access: inWorkspace,
  hooks: { beforeValidate: [keepInWorkspace] },
  upload: {
    staticDir: path.join(args.dataDir, 'reference-files'),
    mimeTypes: [
      'text/plain',
      'text/markdown',
      'application/pdf',
      'image/png',
      'image/jpeg',
      'image/webp',
    ],
    constructorOptions: { limitInputPixels: 40e6 },
    pasteURL: false,
    // Strangers' files are shown from our origin: nothing in them may run or be taken for a page.
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
      return headers
    },
  },
  fields: [workspaceField()],
})
