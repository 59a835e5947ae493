import type { Payload, SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

/**
 * Payload's command line ends with exit code 0 even when a script rejects, and its pool keeps the process
 * alive: so every command ends itself, with a code that tells the truth.
 */
export async function runBin(
  config: SanitizedConfig,
  command: (payload: Payload) => Promise<void>,
): Promise<void> {
  try {
    const payload = await getPayload({ config })
    await command(payload)
    process.exit(0)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
