import { randomBytes } from 'node:crypto'

import pg from 'pg'

import { ensureTemplate } from './templateDatabase.js'

export interface TestDatabase {
  uri: string
  /** Cuts every connection to it and removes it. */
  drop: () => Promise<void>
}

const serverUri = (): string => {
  const uri = process.env.TEST_DATABASE_SERVER
  if (!uri) throw new Error('TEST_DATABASE_SERVER is not set: run this file with vitest.')
  return uri
}

const asAdmin = async <T>(work: (admin: pg.Client) => Promise<T>): Promise<T> => {
  const uri = new URL(serverUri())
  uri.pathname = '/postgres'
  const admin = new pg.Client({ connectionString: uri.href, application_name: 'tests' })
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}

/** PostgreSQL cuts names at 63 bytes. */
const databaseName = (name: string): string =>
  `test_${name.toLowerCase().replace(/\W+/g, '_').slice(0, 40)}_${randomBytes(4).toString('hex')}`

/** An own database with every table migrated, for one suite. */
export const createTestDatabase = async (name: string): Promise<TestDatabase> => {
  const database = databaseName(name)
  await asAdmin(async (admin) => {
    const template = await ensureTemplate(admin, serverUri())
    await admin.query(`create database ${database} template ${template}`)
  })
  const uri = new URL(serverUri())
  uri.pathname = `/${database}`
  return {
    uri: uri.href,
    drop: () =>
      asAdmin(async (admin) => {
        await admin.query(`drop database if exists ${database} with (force)`)
      }),
  }
}
