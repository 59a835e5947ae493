import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'

import { inRepository, typeScript } from '../../../scripts/repository.js'
import { run } from './run.js'

/** Builds the package and packs it as npm would publish it; answers the tarball's path. */
export const packTarball = async (folder: string): Promise<string> => {
  await run({ args: typeScript('scripts/build.ts'), cwd: inRepository(), limitMs: 5 * 60_000 })
  mkdirSync(folder, { recursive: true })
  await run({
    command: 'npm',
    args: ['pack', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
    cwd: inRepository(),
    limitMs: 60_000,
  })
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.tgz'))
  if (!name) throw new Error('npm packed nothing.')
  return path.join(folder, name)
}
