import type { Payload } from 'payload'
import type { Pool, PoolClient } from 'pg'

import { sql } from '@payloadcms/db-postgres'

/**
 * Runs one statement. The engine's pool and Payload's open transaction both look like this, so a statement
 * does not know in whose transaction it runs. `name` makes it a prepared statement where that is possible.
 */
export interface SqlExecutor {
  query: <Row extends object>(statement: {
    name: string
    text: string
    values: unknown[]
  }) => Promise<Row[]>
}

export function poolExecutor(pool: Pool | PoolClient): SqlExecutor {
  return {
    query: async <Row extends object>(statement: {
      name: string
      text: string
      values: unknown[]
    }) => {
      try {
        return (await pool.query<Row>(statement)).rows
      } catch (error) {
        if (error instanceof Error) thrown.add(error)
        throw error
      }
    },
  }
}

const thrown = new WeakSet<Error>()

/** Whether a statement of the engine's threw it: “connection refused” alone does not say by whom. */
export function isOfExecutor(error: Error): boolean {
  return thrown.has(error)
}

/** The part of drizzle's session that we rely on; the only place that knows of it. */
export interface DrizzleSession {
  execute: (query: ReturnType<typeof sql>) => Promise<{ rows: Record<string, unknown>[] }>
}

export interface PayloadDatabase {
  name: string
  sessions: Record<string, { db: DrizzleSession } | undefined>
  drizzle: DrizzleSession
  poolOptions: Record<string, unknown>
  schemaName?: string
  tableNameMap: Map<string, string>
  tables: Record<string, Record<string, { name: string } | undefined> | undefined>
}

/** `payload.db` as the Postgres adapter really is; Payload's own type only promises what all adapters have. */
export function databaseOf(payload: Payload): PayloadDatabase {
  return payload.db as unknown as PayloadDatabase
}

/** The session of an open transaction, or null when it is gone: a write would then silently autocommit. */
export function sessionOf(payload: Payload, transactionID: number | string): DrizzleSession | null {
  return databaseOf(payload).sessions[String(transactionID)]?.db ?? null
}

/** Turns `$1` placeholders into drizzle's own, so that the same statement text runs on both sides. */
export function sessionExecutor(session: DrizzleSession): SqlExecutor {
  return {
    query: async <Row extends object>({ text, values }: { text: string; values: unknown[] }) => {
      const chunks = text
        .split(/\$(\d+)/)
        .map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`))
      const { rows } = await session.execute(sql.join(chunks))
      // The row's shape is the statement's business: one file, one statement, one row type.
      return rows as Row[]
    },
  }
}
