import type { SanitizedConfig } from 'payload'

import { migrateEngine } from '../migrate.js'
import { runBin } from './runBin.js'

/** `payload workflows:migrate`: the engine's schema and graphile-worker's. After `payload migrate`. */
export const script = (config: SanitizedConfig): Promise<void> =>
  runBin(config, async (payload) => {
    await migrateEngine({ payload })
    process.stdout.write('The workflow engine is up to date.\n')
  })
