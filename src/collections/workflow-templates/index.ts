import type { CollectionConfig } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import {
  createInWorkspace,
  updateInWorkspace,
  workspaceAccess,
} from '../../plugins/workflows/access/workspaceAccess.js'
import { shapeOurErrors } from '../../plugins/workflows/endpoints/afterError.js'
import { refuseFilters } from '../workflow-executions/refuseFilters.js'
import { templateWords } from '../words.js'
import { templateFields } from './fields.js'
import { checkContent } from './hooks/checkContent.js'
import { keepFigures } from './hooks/keepFigures.js'
import { refuseForeignWorkspace } from './hooks/refuseForeignWorkspace.js'
import { refuseWhileInUse } from './hooks/refuseWhileInUse.js'
import { setWorkspace } from './hooks/setWorkspace.js'
import { readTemplateVersions } from './readVersions.js'

/** Workflows as people draw and share them. A draft may hold problems; what is published is valid. */
export function createTemplatesCollection(context: PluginContext): CollectionConfig {
  const hasWorkspaces = context.slugs.workspaces !== null
  return {
    slug: context.slugs.templates,
    labels: { singular: templateWords.singular, plural: templateWords.plural },
    // Not from the labels: a host may well have templates or executions of its own.
    graphQL: { singularName: 'WorkflowTemplate', pluralName: 'WorkflowTemplates' },
    admin: {
      group: 'Workflows',
      useAsTitle: 'name',
      defaultColumns: ['name', 'category', 'workspace', 'updatedAt'].filter(
        (name) => hasWorkspaces || name !== 'workspace',
      ),
      description: templateWords.about,
      enableListViewSelectAPI: true,
      listSearchableFields: ['name', 'description'],
      // Switched off, the plugin has nothing a gallery could launch: Payload's own list is left.
      ...(context.options.enabled && {
        components: {
          views: { list: { Component: 'payload-workflows/rsc#Gallery' } },
          // Saving and publishing are in the builder's toolbar.
          edit: {
            beforeDocumentControls: ['payload-workflows/client#BuilderToolbar'],
            SaveDraftButton: 'payload-workflows/client#BuilderNoButton',
            PublishButton: 'payload-workflows/client#BuilderNoButton',
          },
        },
      }),
    },
    access: {
      create: createInWorkspace,
      read: workspaceAccess({ role: 'viewer', system: 'included' }),
      readVersions: readTemplateVersions,
      update: updateInWorkspace({ system: 'excluded' }),
      delete: workspaceAccess({ role: 'editor', system: 'excluded' }),
    },
    versions: { drafts: true, maxPerDoc: 50 },
    indexes: hasWorkspaces
      ? [{ fields: ['workspace', 'category'] }, { fields: ['workspace', 'isSystem'] }]
      : [{ fields: ['isSystem', 'category'] }],
    fields: templateFields(context),
    hooks: {
      beforeValidate: [setWorkspace, checkContent],
      beforeChange: [keepFigures],
      afterChange: [refuseForeignWorkspace],
      beforeDelete: [refuseWhileInUse],
      afterError: [shapeOurErrors, refuseFilters],
    },
  }
}
