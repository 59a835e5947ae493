import type { Payload } from 'payload'

import { slugs } from '../slugs.js'
import { databaseOf } from './executor.js'

/** Names of the collections' tables as this site has them: prefix, schema and overrides included. */
export interface TableNames {
  executions: string
  agentJobs: string
  templates: string
  attachments: string
  /** Columns of the executions table that `launch` writes, by field name. */
  executionColumns: Map<string, string>
}

/** Fields of the executions collection that are known at launch. The rest has defaults or is written later. */
const LAUNCH_FIELDS = [
  'id',
  'template',
  'templateName',
  'snapshot',
  'workspace',
  'project',
  'launchedBy',
  'status',
  'test',
  'params',
  'contextDocuments',
  'referenceFiles',
  'progressPercent',
  'itemsDone',
  'itemsTotal',
  'tokensIn',
  'tokensOut',
  'cost',
  'createdAt',
  'updatedAt',
] as const

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

export function tableNamesOf(payload: Payload): TableNames {
  const database = databaseOf(payload)
  const schema = database.schemaName ? quote(database.schemaName) : 'public'
  const rawName = (slug: string) =>
    database.tableNameMap.get(slug.replaceAll('-', '_')) ?? slug.replaceAll('-', '_')
  const qualified = (slug: string) => `${schema}.${quote(rawName(slug))}`
  const columns = database.tables[rawName(slugs.executions)]
  if (!columns)
    throw new Error(`The collection ${slugs.executions} has no table: is the plugin on?`)
  const executionColumns = new Map<string, string>()
  for (const field of LAUNCH_FIELDS) {
    const column = columns[field]
    if (column) executionColumns.set(field, column.name)
  }
  return {
    executions: qualified(slugs.executions),
    agentJobs: qualified(slugs.agentJobs),
    templates: qualified(slugs.templates),
    attachments: qualified(slugs.attachments),
    executionColumns,
  }
}
