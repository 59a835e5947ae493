import type { CollectionConfig, Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { nobody, workspaceAccess } from '../../plugins/workflows/access/workspaceAccess.js'
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
    labels: { singular: 'Execution', plural: 'Executions' },
    // Not from the labels: a host may well have templates or executions of its own.
    graphQL: { singularName: 'WorkflowExecution', pluralName: 'WorkflowExecutions' },
    admin: {
      group: 'Workflows',
      useAsTitle: 'templateName',
      defaultColumns: ['templateName', 'status', 'progressPercent', 'launchedBy', 'createdAt'],
      description: 'What is running, what waits for you and what was made.',
      enableListViewSelectAPI: true,
      listSearchableFields: ['templateName'],
      components: {
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

/** The status of a row reads at a glance. */
const withCell = (field: Field): Field =>
  field.type === 'text' && field.name === 'status'
    ? {
        ...field,
        admin: {
          ...field.admin,
          components: { Cell: 'payload-workflows/client#ExecutionStatusCell' },
        },
      }
    : field
