import type { ClientBase } from 'pg'

import type { DoctorTables, Finding } from './types.js'

import { withNames } from '../runMigrations.js'
import { engineDoctor } from '../sql.generated.js'

/** Rows of one rule that are told: a table that was cut off would name all of its neighbours. */
export const MAX_ROWS = 1_000

/**
 * Checks everything that must hold in the engine's tables and in the collections that show them, rule by rule
 * (db/doctor/*.sql). Reads only, and in one snapshot: workers may be busy meanwhile.
 */
export async function runDoctor(client: ClientBase, tables: DoctorTables): Promise<Finding[]> {
  await client.query('begin isolation level repeatable read read only')
  try {
    return await checkRules(client, tables)
  } finally {
    await client.query('rollback')
  }
}

/** The rules inside a transaction that the caller has begun. */
export async function checkRules(client: ClientBase, tables: DoctorTables): Promise<Finding[]> {
  // Whole tables are compared: what the engine's own statements may take says nothing here.
  await client.query('set local statement_timeout = 0')
  const findings: Finding[] = []
  for (const { name, sql } of engineDoctor) {
    const rule = withHostTables(withNames(sql, tables), tables)
    const { rows } = await client.query<Record<string, unknown>>(
      `select * from (${rule}) as broken limit ${MAX_ROWS}`,
    )
    findings.push({ rule: name.replace(/\.sql$/, ''), ...describeRule(sql), rows })
  }
  return findings
}

/** Rules that are broken; notes are none. */
export const faultsOf = (findings: Finding[]): Finding[] =>
  findings.filter(({ note, rows }) => note === null && rows.length > 0)

/** The first line says what should hold; `note:` says why a row is no fault. */
function describeRule(sql: string): Pick<Finding, 'note' | 'title'> {
  const [title = ''] = sql.split('\n')
  return {
    title: title.replace(/^-- /, '').replace(/\.$/, ''),
    note: /^-- note: (.+)$/m.exec(sql)?.[1] ?? null,
  }
}

function withHostTables(sql: string, { made, media }: DoctorTables): string {
  const everything = made
    .map(({ slug, table }) => `select ${literal(slug)} as collection, id::text as id from ${table}`)
    .join(' union all ')
  const slugs = made.map(({ slug }) => literal(slug)).join(', ')
  return sql
    .replaceAll(':MADE_COLLECTIONS', () => `(select unnest(array[${slugs}]) as slug)`)
    .replaceAll(':MADE', () => `(${everything})`)
    .replaceAll(':MEDIA_SLUG', () => literal(media.slug))
    .replaceAll(':MEDIA', () => media.table)
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'::text`
