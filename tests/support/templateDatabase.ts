import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

import type { Client } from 'pg'

import { inRepository, typeScript } from '../../scripts/repository.js'

/** Any number, as long as nothing else on this server locks on it. */
const TEMPLATE_LOCK = 7_264_551_003

/** What the tables come from: with another text of it the template is another one. */
const SOURCES = ['migrations', 'src/plugins/workflows/db', 'src/jobs/migrate.ts']

const filesIn = (file: string): string[] =>
  statSync(file).isDirectory()
    ? readdirSync(file)
        .sort()
        .flatMap((name) => filesIn(path.join(file, name)))
    : [file]

const templateName = (): string => {
  const hash = createHash('sha256')
  for (const file of SOURCES.map((source) => inRepository(source)).flatMap(filesIn)) {
    hash.update(readFileSync(file))
  }
  return `workflows_template_${hash.digest('hex').slice(0, 10)}`
}

/** In a process of its own: Payload keeps a connection for ever, and a template must have none. */
const migrate = (uri: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, typeScript('scripts/migrate.ts'), {
      cwd: inRepository(),
      env: { ...process.env, DATABASE_URI: uri, NODE_ENV: 'test' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The test template was not migrated.\n${output}`)),
    )
  })

/** Name of a migrated database to clone; the first suite that asks makes it, the others wait. */
export const ensureTemplate = async (admin: Client, serverUri: string): Promise<string> => {
  const name = templateName()
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const found = await admin.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount) return name
    const unfinished = `${name}_new`
    await admin.query(`drop database if exists ${unfinished} with (force)`)
    await admin.query(`create database ${unfinished}`)
    const uri = new URL(serverUri)
    uri.pathname = `/${unfinished}`
    await migrate(uri.href)
    await admin.query(`alter database ${unfinished} rename to ${name}`)
    return name
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
}
