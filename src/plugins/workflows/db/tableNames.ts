import type { Payload } from 'payload'

import { slugs } from '../slugs.js'
import { databaseOf, type PayloadDatabase } from './executor.js'

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
  const rawName = (slug: string) => rawNameOf(database, slug)
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

/** The column of a field, quoted, as this site has it. */
export function columnOf({
  payload,
  slug,
  field,
}: {
  payload: Payload
  slug: string
  field: string
}): string {
  const database = databaseOf(payload)
  const column = database.tables[rawNameOf(database, slug)]?.[field]
  if (!column) throw new Error(`The field ${field} of ${slug} has no column.`)
  return quote(column.name)
}

function rawNameOf({ tableNameMap }: PayloadDatabase, slug: string): string {
  const usual = slug.replaceAll('-', '_')
  return tableNameMap.get(usual) ?? usual
}
