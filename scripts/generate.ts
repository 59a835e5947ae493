import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { getPayload, type Payload } from 'payload'

import config from '../payload.config.js'
import { GENERATED_FILES, writeGeneratedFiles } from './generated/files.js'
import { migrationsAreCurrent, writeMigration } from './generated/migrations.js'
import { inRepository, repository } from './repository.js'
import { runCommand } from './shutdown.js'

const startWithoutDatabase = async (): Promise<Payload> => {
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  payload.logger.level = 'warn'
  return payload
}

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

const check = async (): Promise<number> => {
  const target = mkdtempSync(path.join(tmpdir(), 'payload-workflows-generated-'))
  try {
    await writeGeneratedFiles(await config, target)
    const stale: string[] = Object.values(GENERATED_FILES).filter(
      (file) => read(inRepository(file)) !== read(path.join(target, file)),
    )
    if (!(await migrationsAreCurrent(await startWithoutDatabase()))) stale.push('migrations/')
    if (stale.length === 0) {
      console.log('Generated files are up to date.')
      return 0
    }
    console.error(
      `Out of date: ${stale.join(', ')}. Run \`npm run generate\` and commit what it changes.`,
    )
    return 1
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

const generate = async (): Promise<number> => {
  await writeGeneratedFiles(await config, repository)
  const payload = await startWithoutDatabase()
  const isCurrent = await migrationsAreCurrent(payload)
  const name = process.argv.slice(2).find((word) => !word.startsWith('-'))
  if (!isCurrent) await writeMigration(payload, name)
  const written = Object.values(GENERATED_FILES).join(', ')
  console.log(`Written: ${written}; migrations: ${isCurrent ? 'none needed' : 'one added'}.`)
  return 0
}

runCommand(process.argv.includes('--check') ? check : generate)
