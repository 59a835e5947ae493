import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

import { inRepository } from '../../../scripts/repository.js'

const ENTRY = 'tests/support/workerEntry.ts'
const SOURCES = ['src', 'dev', 'tests/support', 'tests/guarantees/support']
/** Screens: no worker shows any. */
const SKIPPED = new Set(['.next', 'app', 'admin-components'])
const KEEP_MS = 30 * 60_000

/**
 * Workers start from one bundle of our own code: tsx spends three seconds of a core on each start, the bundle
 * none. Made anew when a source file has changed, kept for the next spec file.
 */
export async function workerBundle(): Promise<string> {
  const folder = inRepository('node_modules', '.cache', `test-worker-${hashOfSources()}`)
  const file = path.join(folder, 'workerEntry.mjs')
  if (existsSync(file)) return file
  const { build } = await import('vite')
  const unfinished = `${folder}-${randomUUID()}`
  await build({
    configFile: false,
    logLevel: 'error',
    root: inRepository(),
    publicDir: false,
    build: {
      ssr: inRepository(ENTRY),
      outDir: unfinished,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } },
    },
  })
  try {
    renameSync(unfinished, folder)
  } catch {
    // Another run was quicker with the same.
    rmSync(unfinished, { recursive: true, force: true })
  }
  dropOld(folder)
  return file
}

/** Bundles of earlier states of the sources; young ones may be in use by another run. */
function dropOld(folder: string): void {
  const cache = path.dirname(folder)
  for (const name of readdirSync(cache)) {
    const old = path.join(cache, name)
    const isOld = /^test-worker-/.test(name) && Date.now() - statSync(old).mtimeMs > KEEP_MS
    if (isOld && old !== folder) rmSync(old, { recursive: true, force: true })
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesIn)) {
    hash.update(file).update(readFileSync(inRepository(file)))
  }
  return hash.digest('hex').slice(0, 12)
}

function filesIn(folder: string): string[] {
  return readdirSync(inRepository(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesIn(file)
      return /(?<!\.spec)\.(ts|md)$/.test(file) ? [file] : []
    })
}
