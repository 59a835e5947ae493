import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import type { Payload } from 'payload'

import { inRepository } from '../repository.js'

// INTEGRATION: the one place where the commands meet the engine.

export interface RunningWorker {
  stop: () => Promise<void>
  done: Promise<void>
}

interface EngineModules {
  'src/jobs/migrate.ts': { migrateEngine: (args: { payload: Payload }) => Promise<void> }
  'src/jobs/worker.ts': {
    startWorker: (args: {
      payload: Payload
      concurrency?: number
      name?: string
    }) => Promise<RunningWorker>
  }
  'src/seed/seedTemplates.ts': { seedTemplates: (args: { payload: Payload }) => Promise<unknown> }
}

const load = async <File extends keyof EngineModules>(
  file: File,
): Promise<EngineModules[File] | null> =>
  process.env.NOPLUGIN !== '1' && existsSync(inRepository(file))
    ? import(pathToFileURL(inRepository(file)).href)
    : null

export const migrateEngine = async (args: { payload: Payload }): Promise<void> =>
  (await load('src/jobs/migrate.ts'))?.migrateEngine(args)

export const seedTemplates = async (args: { payload: Payload }): Promise<void> => {
  await (await load('src/seed/seedTemplates.ts'))?.seedTemplates(args)
}

export const startWorker = async (args: { payload: Payload }): Promise<RunningWorker> => {
  const module = await load('src/jobs/worker.ts')
  if (module) return module.startWorker(args)
  let stop = (): void => {}
  const done = new Promise<void>((resolve) => (stop = resolve))
  return { done, stop: async () => stop() }
}
