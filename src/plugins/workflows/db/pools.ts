import type { Payload } from 'payload'

import pg from 'pg'

import { databaseOf, poolExecutor, type SqlExecutor } from './executor.js'

/**
 * The engine's own connections, apart from Payload's pool: a host's hooks that hold Payload's connections
 * must never keep a heartbeat or a claim waiting.
 */
export interface EnginePools {
  /** Completions, launches, control, ledgers: every commit is on disk when it answers. */
  durable: SqlExecutor
  /** Claims and sweeps: may be forgotten by a crash of the server, which costs time, never truth. */
  relaxed: SqlExecutor
  /** One connection that nothing else may occupy. */
  heartbeat: SqlExecutor
  durablePool: pg.Pool
  /** A connection of its own for LISTEN. */
  connectListener: () => Promise<pg.Client>
  close: () => Promise<void>
}

/**
 * Empty tables make the planner choose scans that are wrong a minute later, hence no sequential scans and one
 * plan for all values; the penalty cost of that would switch JIT on, hence `jit=off`.
 * `lock_timeout`: a host's hook that holds a projection row must not stall a batch for ever.
 */
const SETTINGS =
  '-c jit=off -c enable_seqscan=off -c enable_bitmapscan=off -c plan_cache_mode=force_generic_plan -c lock_timeout=10s -c statement_timeout=30s'

/** Well under Payload's own recommendations: 4 completions, 2 claims, 1 heartbeat. */
const SIZES = { durable: 4, relaxed: 2, heartbeat: 1 } as const

export function createEnginePools({
  payload,
  name,
}: {
  payload: Payload
  /** Shows in `pg_stat_activity`. */
  name: string
}): EnginePools {
  const base: pg.PoolConfig = {
    ...databaseOf(payload).poolOptions,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  }
  const create = (kind: keyof typeof SIZES, extra = '') => {
    const pool = new pg.Pool({
      ...base,
      max: SIZES[kind],
      min: 0,
      application_name: `payload_workflows:${name}:${kind}`,
      options: SETTINGS + extra,
    })
    // Without listeners a restarted server ends the process by an unhandled `error` event.
    // The message alone: pg hangs the whole client on the error, its cancel key included.
    const swallow = (error: Error) =>
      payload.logger.debug({ msg: `workflows: lost a ${kind} connection: ${error.message}` })
    pool.on('error', swallow)
    pool.on('connect', (client) => client.on('error', swallow))
    return pool
  }
  const durable = create('durable')
  const relaxed = create('relaxed', ' -c synchronous_commit=off')
  const heartbeat = create('heartbeat', ' -c synchronous_commit=off')
  return {
    durable: poolExecutor(durable),
    relaxed: poolExecutor(relaxed),
    heartbeat: poolExecutor(heartbeat),
    durablePool: durable,
    connectListener: async () => {
      const client = new pg.Client({
        ...base,
        application_name: `payload_workflows:${name}:listen`,
      })
      client.on('error', () => undefined)
      await client.connect()
      return client
    },
    close: async () => {
      await Promise.all([durable.end(), relaxed.end(), heartbeat.end()])
    },
  }
}
