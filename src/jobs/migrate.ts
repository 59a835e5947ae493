import type { Payload } from 'payload'

import { runMigrations as runGraphileMigrations } from 'graphile-worker'

import { runMigrations } from '../plugins/workflows/db/runMigrations.js'
import { tableNamesOf } from '../plugins/workflows/db/tableNames.js'
import { getEngine } from '../plugins/workflows/runtime/engine.js'

/**
 * Brings the engine's schema and graphile-worker's up to date. After Payload's own migrations, before any
 * worker; safe to repeat and to run twice at once.
 */
export async function migrateEngine({ payload }: { payload: Payload }): Promise<void> {
  const pool = getEngine(payload).pools.durablePool
  await runGraphileMigrations({ pgPool: pool })
  const { applied, functions } = await runMigrations({ pool, tables: tableNamesOf(payload) })
  if (applied.length > 0 || functions) {
    payload.logger.info({ msg: 'workflows: engine schema is up to date', applied, functions })
  }
}
