import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import type { Payload } from 'payload'

import { inRepository } from '../repository.js'

const folder = inRepository('migrations')

const snapshots = (): string[] => {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
}

/** Snapshots carry a random id each; everything else says what the database looks like. */
const comparable = (snapshot: unknown): string =>
  JSON.stringify(snapshot, (key, value: unknown) =>
    key === 'id' || key === 'prevId' ? undefined : value,
  )

/**
 * True when the newest migration leads to what the config asks for. Compared here and not by
 * `migrate:create`, which leaves the process when there is nothing to do and asks when there is.
 */
export const migrationsAreCurrent = async (payload: Payload): Promise<boolean> => {
  const newest = snapshots().at(-1)
  if (!newest) return false
  const { generateDrizzleJson } = payload.db.requireDrizzleKit()
  const wanted = await generateDrizzleJson(payload.db.schema)
  const written: unknown = JSON.parse(readFileSync(path.join(folder, newest), 'utf8'))
  return comparable(wanted) === comparable(written)
}

/** Adds a migration to the committed ones; the first is called `initial`. */
export const writeMigration = async (payload: Payload, name: string | undefined): Promise<void> => {
  const isFirst = snapshots().length === 0
  payload.db.migrationDir = folder
  await payload.db.createMigration({
    payload,
    forceAcceptWarning: true,
    migrationName: name ?? (isFirst ? 'initial' : 'update'),
  })
  markTypes()
}

/** Payload writes `import { MigrateUpArgs }`; with `verbatimModuleSyntax` a type must say that it is one. */
const markTypes = (): void => {
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.ts') || file === 'index.ts') continue
    const text = readFileSync(path.join(folder, file), 'utf8')
    const marked = text.replace(
      /(?<=import \{.*)(?<!type )\b(Migrate(?:Up|Down)Args)\b(?=.*from)/g,
      'type $1',
    )
    if (marked !== text) writeFileSync(path.join(folder, file), marked)
  }
}
