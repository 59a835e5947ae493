import type { Payload, PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres'

import type { WorkflowTemplate } from '../collections/workflow-templates/types.js'
import type { HostId } from '../plugins/workflows/runtime/cmsTypes.js'
import type { SystemTemplate } from './types.js'

import { toTemplateData } from '../collections/workflow-templates/types.js'
import { databaseOf } from '../plugins/workflows/db/executor.js'
import { columnOf, tableNamesOf } from '../plugins/workflows/db/tableNames.js'
import { withTransaction, type Transaction } from '../plugins/workflows/db/withTransaction.js'
import { slugs } from '../plugins/workflows/slugs.js'
import { systemTemplates } from './systemTemplates.js'
import { storedContent, templateVersion } from './templateVersion.js'

/** Keys of the templates, by what became of them. All empty when the site is not migrated yet. */
export interface SeedReport {
  created: string[]
  updated: string[]
  unchanged: string[]
}

interface StoredTemplate {
  id: HostId
  version: string | null
}

/** Nobody is logged in when a site starts, and only the system may write the fields that mark a system template. */
const asSystem = { overrideAccess: true } as const

/**
 * Makes the site's system templates equal to those of this version of the plugin. Cheap when they are
 * (one query), and safe from any number of processes at once. Rows without a system key are never touched.
 */
export async function seedTemplates({
  payload,
  templates = systemTemplates,
}: {
  payload: Payload
  templates?: readonly SystemTemplate[]
}): Promise<SeedReport> {
  const current = templates.map((template) => ({ template, version: templateVersion(template) }))
  const find = (execute: Transaction['execute']) =>
    findStored({ payload, execute, keys: templates.map(({ key }) => key) })
  const { drizzle } = databaseOf(payload)

  const stored = await find((query) => drizzle.execute(query)).catch(async (error: unknown) => {
    if (await isMigrated(payload)) throw error
    return null
  })
  if (!stored) {
    payload.logger.debug('workflows: no tables yet, the system templates come after the migration')
    return { created: [], updated: [], unchanged: [] }
  }
  if (current.every(({ template, version }) => stored.get(template.key)?.version === version)) {
    return { created: [], updated: [], unchanged: [...stored.keys()] }
  }

  return withTransaction({ payload }, async ({ req, execute }) => {
    await execute(sql`select pg_advisory_xact_lock(hashtextextended('payload_workflows.seed', 0))`)
    // Once more: another process may have written them while this one waited.
    const known = await find(execute)
    const report: SeedReport = { created: [], updated: [], unchanged: [] }
    for (const { template, version } of current) {
      const row = known.get(template.key)
      if (!row) await create({ req, template, version })
      else if (row.version !== version) await update({ req, id: row.id, template, version })
      const outcome = !row ? 'created' : row.version === version ? 'unchanged' : 'updated'
      report[outcome].push(template.key)
    }
    return report
  })
}

/** Past Payload: every process asks this at its start, and its first `find` takes ten times as long. */
async function findStored({
  payload,
  execute,
  keys,
}: {
  payload: Payload
  execute: Transaction['execute']
  keys: string[]
}): Promise<Map<string, StoredTemplate>> {
  if (keys.length === 0) return new Map()
  const column = (field: string) => sql.raw(columnOf({ payload, slug: slugs.templates, field }))
  const key = column('systemKey')
  const wanted = sql.join(
    keys.map((one) => sql`${one}`),
    sql`, `,
  )
  const { rows } = await execute(
    sql`select id, ${key} as key, ${column('systemVersion')} as version from ${sql.raw(tableNamesOf(payload).templates)} where ${key} in (${wanted})`,
  )
  return new Map(
    (rows as unknown as (StoredTemplate & { key: string })[]).map((row) => [row.key, row]),
  )
}

/** Asked only after a failure, so that the usual start pays for one query and not for two. */
async function isMigrated(payload: Payload): Promise<boolean> {
  const { templates } = tableNamesOf(payload)
  const { rows } = await databaseOf(payload).drizzle.execute(
    sql`select to_regclass(${templates}) is not null as there`,
  )
  return rows[0]?.there === true
}

interface Wanted {
  req: PayloadRequest
  template: SystemTemplate
  version: string
}

async function create({ req, template, version }: Wanted): Promise<void> {
  await req.payload.create({
    ...asSystem,
    collection: slugs.templates,
    data: toTemplateData(rowOf({ template, version })),
    depth: 0,
    draft: false,
    req,
  })
}

/** The usage figures are not named here, and a hook of the collection keeps them. */
async function update({ req, id, template, version }: Wanted & { id: HostId }): Promise<void> {
  await req.payload.update({
    ...asSystem,
    collection: slugs.templates,
    id,
    data: toTemplateData(rowOf({ template, version })),
    depth: 0,
    draft: false,
    req,
  })
}

function rowOf({ template, version }: Omit<Wanted, 'req'>): Partial<WorkflowTemplate> {
  return {
    ...storedContent(template),
    workspace: null,
    isSystem: true,
    systemKey: template.key,
    systemVersion: version,
    _status: 'published',
  }
}
