import type { Config } from 'payload'

import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `payload workflows:migrate` and so on. Lower case: the CLI lowers its argument. */
const COMMANDS = ['doctor', 'migrate', 'seed', 'work'] as const

/** Paths, not imports: graphile-worker stays out of the web server's bundle. */
export function bins(): NonNullable<Config['bin']> {
  const file = fileURLToPath(import.meta.url)
  const folder = resolve(dirname(file), '../../jobs/bin')
  const extension = file.endsWith('.ts') ? 'ts' : 'js'
  return COMMANDS.map((command) => ({
    key: `workflows:${command}`,
    scriptPath: resolve(folder, `${command}.${extension}`),
  }))
}
