import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { endWithUs } from '../afterUs.js'
import { withLock } from '../lock.js'
import { PlainError } from '../plainError.js'
import { inRepository, repository } from '../repository.js'
import { sourceHash } from './sourceHash.js'

/** Two builds live side by side, so that tests never replace one that is being served. */
export type BuildName = 'site' | 'test'

/** Two minutes on two slow cores; five times that is a build that hangs. */
const LONGEST_MS = 10 * 60_000

export const nextBinary = inRepository('node_modules', 'next', 'dist', 'bin', 'next')

/** Next's `distDir`, relative to the app. */
export const buildFolder = (name: BuildName): string => `.next/${name}`

const stampOf = (name: BuildName): string => inRepository('dev', buildFolder(name), 'source-hash')

export const isBuilt = (name: BuildName, hash = sourceHash()): boolean =>
  existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === hash

const runBuild = (name: BuildName): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nextBinary, 'build', 'dev'], {
      cwd: repository,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        WORKFLOWS_NEXT_DIR: buildFolder(name),
        // A build signs nothing; the config asks for a secret all the same.
        PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'not-used-by-a-build',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    endWithUs(child)
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new PlainError(`${output.trimEnd()}\n\nThe admin could not be built.`))
    })
  })

/** Builds the admin unless its sources are those of the last build; answers with Next's folder. */
export const ensureBuild = async (
  name: BuildName,
  say: (line: string) => void = console.log,
): Promise<string> => {
  const lock = inRepository('node_modules', '.cache', `build-${name}.lock`)
  await withLock(lock, LONGEST_MS, async () => {
    const hash = sourceHash()
    if (isBuilt(name, hash)) return
    say('Building the admin; the first time takes a minute or two …')
    rmSync(stampOf(name), { force: true })
    const started = Date.now()
    await runBuild(name)
    // Sources that changed meanwhile make the next start build again.
    writeFileSync(path.join(stampOf(name)), hash)
    say(`Built in ${Math.round((Date.now() - started) / 1000)} s.`)
  })
  return buildFolder(name)
}
