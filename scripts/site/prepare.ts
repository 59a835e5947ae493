import type { Payload } from 'payload'
import pg from 'pg'

import { seedDemo } from '../../dev/seedDemo.js'
import { migrateEngine } from '../../src/jobs/migrate.js'
import { seedTemplates } from '../../src/seed/seedTemplates.js'

/** Any number, as long as nothing else in this database locks on it. */
const MIGRATION_LOCK = 7_264_551_002

/** Brings the tables up to date: those of Payload, then the engine's own. Safe from several processes. */
export const migrateSite = async (payload: Payload): Promise<void> => {
  const lock = new pg.Client({ connectionString: process.env.DATABASE_URI })
  lock.on('error', () => {})
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await payload.db.migrate()
    await migrateEngine({ payload })
  } finally {
    await lock.end()
  }
}

/** Fills in the demo's users, documents and pictures, and the system templates. */
export const seedSite = async (payload: Payload): Promise<void> => {
  await seedDemo(payload)
  await seedTemplates({ payload })
}

/** What Payload does itself when it starts on tables that are there already. */
export const startSite = async (payload: Payload): Promise<void> => {
  await payload.config.onInit?.(payload)
}
