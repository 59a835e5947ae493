import type { Payload } from 'payload'

/** Any number, as long as nothing else in this database locks on it. */
const LOCK = 7_264_551_001

/** One process at a time; the others wait until it is done. Held by a connection of its own. */
export const withSeedLock = async <T>(payload: Payload, work: () => Promise<T>): Promise<T> => {
  const client = await payload.db.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
    client.release()
  }
}
