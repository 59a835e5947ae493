import type { Access, CollectionConfig, Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { membershipsFor } from '../../plugins/workflows/access/memberships.js'
import { workspacesWithRole } from '../../plugins/workflows/access/predicates.js'
import { nobody } from '../../plugins/workflows/access/workspaceAccess.js'
import { refuseFilters } from '../workflow-executions/refuseFilters.js'

const readOnly = { readOnly: true, disableBulkEdit: true }
const machineJson = {
  ...readOnly,
  hidden: true,
  disableListColumn: true,
  disableListFilter: true,
}

/** One row a unit of work: one copy, one image, one control step. Written by the engine alone. */
export function createAgentJobsCollection(context: PluginContext): CollectionConfig {
  return {
    slug: context.slugs.agentJobs,
    labels: { singular: 'Agent job', plural: 'Agent jobs' },
    // Not from the labels: a host may well have templates or executions of its own.
    graphQL: { singularName: 'AgentJob', pluralName: 'AgentJobs' },
    admin: {
      group: 'Workflows',
      // Reached through its execution; on its own it says little.
      hidden: true,
      useAsTitle: 'nodeId',
      defaultColumns: ['nodeId', 'index', 'jobType', 'status', 'cost'],
    },
    access: { create: nobody, read: readOfExecution, update: nobody, delete: nobody },
    lockDocuments: false,
    // No createdAt/updatedAt: Payload indexes both, and an update that touches an index is never HOT.
    timestamps: false,
    hooks: { afterError: [refuseFilters] },
    fields: fields(context),
  }
}

/** The row has no workspace of its own: it belongs to its execution, whose workspace decides. */
const readOfExecution: Access = async ({ req }) => {
  const memberships = await membershipsFor({ req })
  if (memberships.reach === 'none') return false
  const reachable = workspacesWithRole(memberships, 'viewer')
  if (reachable === 'all') return true
  return reachable.length > 0 && { 'execution.workspace': { in: reachable } }
}

function fields({ slugs }: PluginContext): Field[] {
  const date = (name: string): Field => ({ name, type: 'date', admin: readOnly })
  const number = (name: string): Field => ({ name, type: 'number', admin: readOnly })
  const json = (name: string): Field => ({ name, type: 'json', admin: machineJson })
  return [
    { name: 'id', type: 'text', required: true, admin: readOnly },
    {
      name: 'execution',
      type: 'relationship',
      relationTo: slugs.executions,
      required: true,
      index: true,
      admin: readOnly,
    },
    { name: 'nodeId', type: 'text', required: true, admin: readOnly },
    { name: 'jobType', type: 'text', required: true, admin: readOnly },
    number('index'),
    {
      name: 'status',
      type: 'text',
      required: true,
      admin: {
        ...readOnly,
        description: 'pending, running, completed, failed, skipped or cancelled',
      },
    },
    number('attempts'),
    json('input'),
    json('output'),
    json('error'),
    number('tokensIn'),
    number('tokensOut'),
    number('cost'),
    { name: 'model', type: 'text', admin: readOnly },
    date('queuedAt'),
    date('startedAt'),
    date('completedAt'),
  ]
}
