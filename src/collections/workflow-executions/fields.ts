import type { Field } from 'payload'

import type { PluginContext } from '../../plugins/workflows/pluginContext.js'

import { executionWords as words } from '../words.js'

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
    { name: 'templateName', type: 'text', label: words.template, admin: readOnly },
    {
      name: 'status',
      type: 'text',
      label: words.status,
      index: true,
      admin: {
        ...readOnly,
        description: 'pending, running, paused, completed, failed or stopped',
      },
    },
    { name: 'pauseReason', type: 'text', label: words.pauseReason, admin: readOnly },
    number('progressPercent'),
    number('itemsDone'),
    number('itemsTotal'),
    {
      name: 'template',
      type: 'relationship',
      relationTo: slugs.templates,
      label: words.template,
      admin: readOnly,
    },
    ...related('workspace', slugs.workspaces),
    ...related('project', slugs.projects),
    {
      name: 'launchedBy',
      type: 'relationship',
      relationTo: slugs.users,
      label: words.launchedBy,
      admin: readOnly,
    },
    { name: 'test', type: 'checkbox', label: words.test, defaultValue: false, admin: readOnly },
    json('params'),
    json('contextDocuments'),
    json('referenceFiles'),
    json('currentNodes'),
    json('error'),
    // The template as it was at launch: name, graph, inputs. Edits of the template never touch a run.
    json('snapshot'),
    number('tokensIn'),
    number('tokensOut'),
    number('cost'),
    { name: 'startedAt', type: 'date', label: words.startedAt, admin: readOnly },
    { name: 'completedAt', type: 'date', label: words.completedAt, admin: readOnly },
    {
      name: 'jobs',
      type: 'join',
      label: words.jobs,
      collection: slugs.agentJobs,
      on: 'execution',
      defaultSort: 'nodeId',
      // A job leads back to its execution: jobs of jobs of jobs would be a power of their number in queries.
      graphQL: { complexity: 400 },
      admin: { allowCreate: false, defaultColumns: ['nodeId', 'index', 'status', 'cost'] },
    },
  ]
}

type Figure = 'cost' | 'itemsDone' | 'itemsTotal' | 'progressPercent' | 'tokensIn' | 'tokensOut'

const number = (name: Figure): Field => ({
  name,
  label: words[name],
  type: 'number',
  admin: readOnly,
})

const json = (name: string): Field => ({ name, type: 'json', admin: machineJson })

const related = (name: 'project' | 'workspace', relationTo: string | null): Field[] =>
  relationTo
    ? [{ name, type: 'relationship', relationTo, label: words[name], admin: readOnly }]
    : []
