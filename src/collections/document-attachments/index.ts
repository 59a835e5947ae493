import type { CollectionConfig, Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { nobody, workspaceAccess } from '../../plugins/workflows/access/workspaceAccess.js'
import { shapeOurErrors } from '../../plugins/workflows/endpoints/afterError.js'
import { refuseFilters } from '../workflow-executions/refuseFilters.js'

/**
 * Which images belong to which document, in which order. Rows are written by the attachment
 * operations alone, which keep "one primary, no gaps, at most 20"; Payload's own create, update and
 * delete would not.
 */
export function createAttachmentsCollection(context: PluginContext): CollectionConfig {
  return {
    slug: context.slugs.attachments,
    labels: { singular: 'Attached image', plural: 'Attached images' },
    // Not from the labels: a host may well have templates or executions of its own.
    graphQL: { singularName: 'DocumentAttachment', pluralName: 'DocumentAttachments' },
    admin: {
      group: 'Workflows',
      // Seen in the documents themselves; as a list of its own it tells nobody anything.
      hidden: true,
      useAsTitle: 'documentId',
    },
    lockDocuments: false,
    disableDuplicate: true,
    access: {
      create: nobody,
      read: workspaceAccess({ role: 'viewer' }),
      update: nobody,
      delete: nobody,
    },
    indexes: [{ fields: ['documentCollection', 'documentId', 'image'], unique: true }],
    fields: attachmentFields(context),
    hooks: { afterError: [shapeOurErrors, refuseFilters] },
  }
}

function attachmentFields({ slugs }: PluginContext): Field[] {
  return [
    { name: 'documentCollection', type: 'text', required: true, label: 'Collection' },
    { name: 'documentId', type: 'text', required: true, label: 'Document' },
    {
      name: 'image',
      type: 'relationship',
      relationTo: slugs.media,
      index: true,
      // Not `required`: the column must take the null that Postgres writes when media are deleted
      // while the plugin, and with it our hook, is switched off.
      validate: (value: unknown) => (value ? true : 'Choose an image.'),
    },
    { name: 'isPrimary', type: 'checkbox', defaultValue: false, label: 'Primary image' },
    { name: 'order', type: 'number', required: true, defaultValue: 0 },
    { name: 'caption', type: 'text', maxLength: 500 },
    { name: 'execution', type: 'text', index: true, label: 'Attached by execution' },
    { name: 'nodeId', type: 'text', label: 'Attached by step' },
    { name: 'attachedBy', type: 'relationship', relationTo: slugs.users },
    ...workspaceField(slugs.workspaces),
  ]
}

function workspaceField(workspaces: string | null): Field[] {
  if (!workspaces) return []
  return [{ name: 'workspace', type: 'relationship', relationTo: workspaces, index: true }]
}
