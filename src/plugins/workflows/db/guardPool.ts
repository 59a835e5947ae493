import type { Payload } from 'payload'
import type { Pool } from 'pg'

const guarded = new WeakSet<object>()

/**
 * A connection that the server ends (a restart, an idle time-out inside a transaction) raises an `error` event
 * on its client; Payload listens to none of them, and Node ends the process for it
 * (payloadcms/payload#3920). So we listen: the query that used the connection fails anyway.
 */
export function guardPool(payload: Payload): void {
  const { pool } = payload.db as { pool?: Pool & { _clients?: { on: Pool['on'] }[] } }
  if (!pool || guarded.has(pool)) return
  guarded.add(pool)
  const note = (error: Error) =>
    payload.logger.debug({ msg: `workflows: Payload lost a database connection: ${error.message}` })
  pool.on('error', note)
  pool.on('connect', (client) => client.on('error', note))
  // Those connected before us; pg has no public list of them.
  pool._clients?.forEach((client) => client.on('error', note))
}
