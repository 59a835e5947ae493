import type { Payload } from 'payload'

import type { PluginContext } from '../../pluginContext.js'
import type { DoctorTables, HostTable } from './types.js'

import { databaseOf } from '../executor.js'
import { tableNamesOf } from '../tableNames.js'

/** The tables of this site, whatever its collections, schema and prefixes are called. */
export function doctorTablesOf({
  payload,
  site: { options },
}: {
  payload: Payload
  site: PluginContext
}): DoctorTables {
  const slugs = options.documents.map(({ collection }) => collection)
  const media = hostTable(payload, options.media.collection)
  return {
    ...tableNamesOf(payload),
    media,
    made: [...new Set(slugs)].map((slug) => hostTable(payload, slug)).concat(media),
  }
}

/** Payload keys its tables by the slug in snake case. */
function hostTable(payload: Payload, slug: string): HostTable {
  const database = databaseOf(payload)
  const snake = slug
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase()
  const name = database.tableNameMap.get(snake)
  if (!name) throw new Error(`The collection ${slug} has no table.`)
  const schema = database.schemaName ?? 'public'
  return { slug, table: [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.') }
}
