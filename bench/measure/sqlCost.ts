import type { Pool } from 'pg'

import { setTimeout as sleep } from 'node:timers/promises'

/** What some work cost the database, divided by its jobs. */
export interface SqlCost {
  /** Top-level statements of everybody in this database but the bench: launches, beats, sweeps, looks for work. */
  statements: number
  /** Of these, what comes once a second whatever there is to do: on a busy machine a run lasts longer, and has more. */
  clockwork: number
  /** Flushes of the write-ahead log of the whole server; null when not waited for. */
  fsyncs: number | null
  /** By the log's own position: commit records and whole-page images included. */
  walBytes: number
  /**
   * What the statements themselves wrote, less whole-page images: how many of these there are depends on the last
   * checkpoint only. Commit records (some 40 bytes each) and what others on the server write is not in it.
   */
  walBytesOfStatements: number
  /** Pages the statements looked at, in memory or not: what grows when a statement reads more and more. */
  blocks: number
  /** Milliseconds inside the server. */
  serverMs: number
  /** The dearest by calls: `calls` a job, and the begin of the text. */
  top: { calls: number; query: string }[]
}

/** Beats, sweeps and what goes with them, of this engine. */
const CLOCKWORK =
  /payload_workflows\.(heartbeat|sweep|fold_stats)\(|update payload_workflows\.call c set blob|set told_at/

/** A server process tells its counters when it has been idle for 10 s (PGSTAT_IDLE_INTERVAL). */
const STATISTICS_DELAY_MS = 11_000
/** The default; whole-page images leave out the hole in the middle, so this is a bound. */
const PAGE_BYTES = 8_192

/**
 * Counts what `run` costs. Needs `pg_stat_statements` in `shared_preload_libraries`. Statements with
 * the comment "bench" in them are the bench's own. `withFsyncs` waits eleven seconds after and before.
 */
export async function countSql({
  pool,
  jobs,
  run,
  withFsyncs = false,
}: {
  pool: Pool
  jobs: number
  run: () => Promise<unknown>
  withFsyncs?: boolean
}): Promise<SqlCost> {
  await pool.query('create extension if not exists pg_stat_statements')
  if (withFsyncs) await sleep(STATISTICS_DELAY_MS)
  const before = await readCounters(pool, withFsyncs)
  await pool.query('select pg_stat_statements_reset() /* bench */')
  await run()
  const position = await readPosition(pool)
  const statements = await readStatements(pool)
  if (withFsyncs) await sleep(STATISTICS_DELAY_MS)
  const after = await readCounters(pool, withFsyncs)
  const perJob = (value: number, digits = 2) =>
    Math.round((value / jobs) * 10 ** digits) / 10 ** digits
  const sum = (pick: (row: StatementRow) => number) =>
    statements.reduce((total, row) => total + pick(row), 0)
  const wal = position - before.position
  return {
    statements: perJob(sum(({ calls }) => calls)),
    clockwork: perJob(sum(({ calls, query }) => (CLOCKWORK.test(query) ? calls : 0))),
    fsyncs: withFsyncs ? perJob(after.fsyncs - before.fsyncs) : null,
    walBytes: perJob(wal, 0),
    walBytesOfStatements: perJob(
      sum(({ walBytes, images }) => Math.max(0, walBytes - images * PAGE_BYTES)),
      0,
    ),
    blocks: perJob(sum(({ blocks }) => blocks)),
    serverMs: perJob(
      sum(({ ms }) => ms),
      3,
    ),
    top: statements
      .filter(({ calls }) => calls / jobs >= 0.01)
      .slice(0, 12)
      .map(({ calls, query }) => ({ calls: perJob(calls, 3), query: query.slice(0, 110) })),
  }
}

interface StatementRow {
  calls: number
  ms: number
  images: number
  walBytes: number
  blocks: number
  query: string
}

async function readStatements(pool: Pool): Promise<StatementRow[]> {
  const { rows } = await pool.query<StatementRow>(
    `select /* bench */ s.calls::int, s.total_exec_time::float8 as ms, s.wal_fpi::int as images,
       s.wal_bytes::float8 as "walBytes",
       (s.shared_blks_hit + s.shared_blks_read)::float8 as blocks,
       regexp_replace(s.query, '\\s+', ' ', 'g') as query
     from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database() and s.toplevel and s.query not like '%/* bench */%'
       and s.query not like '%pg_stat_statements%' order by s.calls desc`,
  )
  return rows
}

async function readPosition(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ position: number }>(
    `select /* bench */ pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as position`,
  )
  return rows[0]?.position ?? 0
}

/** PostgreSQL 18 counts flushes in `pg_stat_io`, 14 to 17 in `pg_stat_wal`. */
async function readCounters(
  pool: Pool,
  withFsyncs: boolean,
): Promise<{ position: number; fsyncs: number }> {
  const position = await readPosition(pool)
  if (!withFsyncs) return { position, fsyncs: 0 }
  const { rows: servers } = await pool.query<{ version: number }>(
    `select /* bench */ current_setting('server_version_num')::int as version`,
  )
  const text =
    (servers[0]?.version ?? 0) >= 180_000
      ? `select /* bench */ coalesce(sum(fsyncs), 0)::float8 as fsyncs from pg_stat_io where object = 'wal'`
      : `select /* bench */ wal_sync::float8 as fsyncs from pg_stat_wal`
  const { rows } = await pool.query<{ fsyncs: number }>(text)
  return { position, fsyncs: rows[0]?.fsyncs ?? 0 }
}
