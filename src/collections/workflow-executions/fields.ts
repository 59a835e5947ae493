import type { Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

/** No column, filter or bulk edit for JSON: it is for the monitor and for scripts. */
const machineJson = {
  hidden: true,
  readOnly: true,
  disableBulkEdit: true,
  disableListColumn: true,
  disableListFilter: true,
}
const readOnly = { readOnly: true, disableBulkEdit: true }

/**
 * `status` and its kin are text, not selects: a select is an enum type in Postgres, which the engine's SQL would
 * have to name as each host does, and a new status would need a migration of every host.
 */
export function executionFields({ slugs }: PluginContext): Field[] {
  return [
    // A text id, made by the engine (uuid v7): the same on sites with serial and with uuid ids.
    { name: 'id', type: 'text', required: true, admin: readOnly },
    { name: 'templateName', type: 'text', label: 'Template', admin: readOnly },
    {
      name: 'status',
      type: 'text',
      index: true,
      admin: {
        ...readOnly,
        description: 'pending, running, paused, completed, failed or stopped',
      },
    },
    { name: 'pauseReason', type: 'text', admin: readOnly },
    number('progressPercent', 'Progress (%)'),
    number('itemsDone', 'Items done'),
    number('itemsTotal', 'Items in all'),
    { name: 'template', type: 'relationship', relationTo: slugs.templates, admin: readOnly },
    ...related('workspace', slugs.workspaces),
    ...related('project', slugs.projects),
    {
      name: 'launchedBy',
      type: 'relationship',
      relationTo: slugs.users,
      admin: readOnly,
    },
    { name: 'test', type: 'checkbox', label: 'Test run', defaultValue: false, admin: readOnly },
    json('params'),
    json('contextDocuments'),
    json('referenceFiles'),
    json('currentNodes'),
    json('error'),
    // The template as it was at launch: name, graph, inputs. Edits of the template never touch a run.
    json('snapshot'),
    number('tokensIn', 'Tokens in'),
    number('tokensOut', 'Tokens out'),
    number('cost', 'Cost ($)'),
    { name: 'startedAt', type: 'date', admin: readOnly },
    { name: 'completedAt', type: 'date', admin: readOnly },
    {
      name: 'jobs',
      type: 'join',
      collection: slugs.agentJobs,
      on: 'execution',
      defaultSort: 'nodeId',
      // A job leads back to its execution: jobs of jobs of jobs would be a power of their number in queries.
      graphQL: { complexity: 400 },
      admin: { allowCreate: false, defaultColumns: ['nodeId', 'index', 'status', 'cost'] },
    },
  ]
}

const number = (name: string, label: string): Field => ({
  name,
  label,
  type: 'number',
  admin: readOnly,
})

const json = (name: string): Field => ({ name, type: 'json', admin: machineJson })

const related = (name: string, relationTo: string | null): Field[] =>
  relationTo ? [{ name, type: 'relationship', relationTo, admin: readOnly }] : []
