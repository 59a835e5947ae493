import type { BaseFilter, CollectionConfig, Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { nobody, workspaceAccess } from '../../plugins/workflows/access/workspaceAccess.js'
import {
  readSavedFilter,
  savedFilterWhere,
} from '../../plugins/workflows/operations/executions/savedFilters.js'
import { executionWords } from '../words.js'
import { executionFields } from './fields.js'
import { refuseFilters } from './refuseFilters.js'

/**
 * One run of a template. People and APIs read it; the engine alone writes it, in the transaction that
 * changes the truth in its own tables.
 */
export function createExecutionsCollection(context: PluginContext): CollectionConfig {
  const hasWorkspaces = context.slugs.workspaces !== null
  return {
    slug: context.slugs.executions,
    labels: { singular: executionWords.singular, plural: executionWords.plural },
    // Not from the labels: a host may well have templates or executions of its own.
    graphQL: { singularName: 'WorkflowExecution', pluralName: 'WorkflowExecutions' },
    admin: {
      group: 'Workflows',
      useAsTitle: 'templateName',
      defaultColumns: [
        'templateName',
        'status',
        'progressPercent',
        'launchedBy',
        'createdAt',
        'test',
      ],
      description: executionWords.description,
      enableListViewSelectAPI: true,
      listSearchableFields: ['templateName'],
      // Switched off, the plugin has nobody to ask what waits: Payload's own list is left.
      ...(context.options.enabled && { baseFilter: savedFilter }),
      components: {
        ...(context.options.enabled && {
          beforeListTable: ['payload-workflows/client#ExecutionFilters'],
        }),
        views: { edit: { default: { Component: 'payload-workflows/rsc#Monitor' } } },
      },
    },
    access: {
      create: nobody,
      read: workspaceAccess({ role: 'viewer' }),
      update: nobody,
      delete: nobody,
    },
    // Machine-written: a lock would only add a column to Payload's lock table.
    lockDocuments: false,
    indexes: hasWorkspaces ? [{ fields: ['workspace', 'status'] }] : [],
    hooks: { afterError: [refuseFilters] },
    fields: executionFields(context).map(withCell),
  }
}

const savedFilter: BaseFilter = async ({ req }) => {
  const filter = readSavedFilter(req.query?.saved)
  return filter && req.user ? savedFilterWhere({ req, filter }) : null
}

const CELLS: Record<string, string> = {
  status: 'payload-workflows/client#ExecutionStatusCell',
  test: 'payload-workflows/client#TestCell',
}

/** The state of a row reads at a glance. */
function withCell(field: Field): Field {
  if (field.type !== 'text' && field.type !== 'checkbox') return field
  const Cell = CELLS[field.name]
  if (!Cell) return field
  const components = { ...field.admin?.components, Cell }
  return { ...field, admin: { ...field.admin, components } } as Field
}
