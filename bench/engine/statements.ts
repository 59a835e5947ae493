import type { BenchSite } from './site.js'

interface Counters {
  commits: number
  walBytes: number
  walRecords: number
}

export interface SqlPerJob {
  /** Top-level statements by the engine's own connections, launches, beats and looks included. */
  statements: number
  commits: number
  walBytes: number
}

/** What the workload costs in SQL, divided by its jobs. Needs pg_stat_statements, which the embedded server has. */
export async function countStatements(
  site: BenchSite,
  jobs: number,
  run: () => Promise<void>,
): Promise<SqlPerJob | 'pg_stat_statements is missing'> {
  try {
    await site.pool.query('create extension if not exists pg_stat_statements')
    await site.pool.query('select pg_stat_statements_reset()')
  } catch {
    return 'pg_stat_statements is missing'
  }
  const before = await counters(site)
  await run()
  const after = await counters(site)
  const { rows } = await site.pool.query<{ calls: number }>(
    `select sum(calls)::int as calls from pg_stat_statements
     where toplevel and query like '%payload_workflows.%' and query not like '%status not in%'`,
  )
  const perJob = (value: number) => Math.round((value / jobs) * 100) / 100
  return {
    statements: perJob(rows[0]?.calls ?? 0),
    commits: perJob(after.commits - before.commits),
    walBytes: Math.round((after.walBytes - before.walBytes) / jobs),
  }
}

async function counters(site: BenchSite): Promise<Counters> {
  await site.pool.query('select pg_stat_force_next_flush()')
  const { rows } = await site.pool.query<Counters>(
    `select (select xact_commit::int from pg_stat_database where datname = current_database()) as commits,
      (select wal_bytes::float8 from pg_stat_wal) as "walBytes", (select wal_records::int from pg_stat_wal) as "walRecords"`,
  )
  if (!rows[0]) throw new Error('The server has no statistics.')
  return rows[0]
}
