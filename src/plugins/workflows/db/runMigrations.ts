import type { Pool, PoolClient } from 'pg'

import { createHash } from 'node:crypto'

import { executionColumn, executionInputSql } from './statements/readExecutionInput.js'
import { engineFunctions, engineMigrations } from './sql.generated.js'
import type { TableNames } from './tableNames.js'

/** `hashtext('payload_workflows.migrate')`: two migrators at once wait for each other. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended('payload_workflows.migrate', 0))`

/**
 * Brings the schema `payload_workflows` up to date: numbered migrations once each, functions whenever their
 * text or the site's table names changed. One transaction; safe to run from several processes.
 * Needs rights to create a schema. Payload's own migrations must have run before.
 */
export async function runMigrations({
  pool,
  tables,
}: {
  pool: Pool
  tables: TableNames
}): Promise<{ applied: string[]; functions: boolean }> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(LOCK)
    await client.query(`create schema if not exists payload_workflows`)
    await client.query(
      `create table if not exists payload_workflows.migration (name text primary key, at timestamptz not null default now())`,
    )
    const applied = await applyMigrations(client, tables)
    const functions = await installFunctions(client, tables)
    await client.query('commit')
    // Fresh tables have no statistics: in Payload's transactions plans are made without the engine's settings.
    if (applied.length > 0) await client.query('analyze payload_workflows.job')
    return { applied, functions }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function applyMigrations(client: PoolClient, tables: TableNames): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select name from payload_workflows.migration',
  )
  const known = new Set(rows.map((row) => row.name))
  const applied: string[] = []
  for (const { name, sql } of engineMigrations) {
    if (known.has(name)) continue
    await client.query('insert into payload_workflows.migration (name) values ($1)', [name])
    await client.query(withNames(sql, tables))
    applied.push(name)
  }
  return applied
}

async function installFunctions(client: PoolClient, tables: TableNames): Promise<boolean> {
  const sql = engineFunctions.map((file) => withNames(file.sql, tables)).join('\n')
  const name = `functions:${createHash('sha256').update(sql).digest('hex')}`
  const { rowCount } = await client.query(
    'select 1 from payload_workflows.migration where name = $1',
    [name],
  )
  if (rowCount) return false
  await client.query(`delete from payload_workflows.migration where name like 'functions:%'`)
  await client.query(`do $$ declare f record; begin
    for f in select oid::regprocedure as signature from pg_proc where pronamespace = 'payload_workflows'::regnamespace
    loop execute format('drop function if exists %s cascade', f.signature); end loop;
    drop type if exists payload_workflows._acc cascade;
  end $$`)
  await client.query(sql)
  await client.query('insert into payload_workflows.migration (name) values ($1)', [name])
  return true
}

/** Puts the site's table names into an SQL file. */
export function withNames(
  sql: string,
  tables: Omit<TableNames, 'executionColumns'> & Partial<TableNames>,
): string {
  return sql
    .replaceAll(':AGENT_JOBS', tables.agentJobs)
    .replaceAll(
      ':EXECUTION_COLUMNS',
      [...(tables.executionColumns?.values() ?? [])].map((name) => `"${name}"`).join(', '),
    )
    .replaceAll(':EXECUTION_INPUT', executionInputSql(tables.executionColumns ?? new Map()))
    .replaceAll(':LAUNCHED_BY', executionColumn(tables.executionColumns ?? new Map(), 'launchedBy'))
    .replaceAll('null:::EXECUTIONS', `null::${tables.executions}`)
    .replaceAll(':EXECUTIONS', tables.executions)
    .replaceAll(':TEMPLATES', tables.templates)
    .replaceAll(':ATTACHMENTS', tables.attachments)
}
