import type { SanitizedConfig } from 'payload'

import { seedTemplates } from '../../seed/seedTemplates.js'
import { runBin } from './runBin.js'

/** `payload workflows:seed`: brings the system templates up to date. */
export const script = (config: SanitizedConfig): Promise<void> =>
  runBin(config, async (payload) => {
    const { created, updated, unchanged } = await seedTemplates({ payload })
    process.stdout.write(
      `System templates: ${created.length} created, ${updated.length} updated, ${unchanged.length} unchanged.\n`,
    )
  })
