import type { Payload } from 'payload'
import pg from 'pg'

import type { DemoStudios } from '../../dev/seedDemo.js'

import { login, restFetch, seedTestStudios, startTestPayload } from '../support/payload.js'
import { createTestDatabase } from '../support/postgres.js'

/** `nobody` sends no token. */
export type Person = 'admin' | 'demo' | 'editor' | 'nobody' | 'rival' | 'viewer'

export interface Answer {
  status: number
  headers: Headers
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the API says; the tests look at it
  body: any
}

export interface Site {
  payload: Payload
  studios: DemoStudios
  sql: pg.Client
  /** JSON by `json`, anything else by `body`. */
  call: (who: Person, path: string, init?: RequestInit & { json?: unknown }) => Promise<Answer>
  post: (who: Person, path: string, json?: unknown) => Promise<Answer>
  stop: () => Promise<void>
}

/** A migrated and seeded demo site with an administrator beside the demo's people. */
export const startSite = async (name: string): Promise<Site> => {
  const database = await createTestDatabase(name)
  const { payload, stop } = await startTestPayload({
    databaseUri: database.uri,
    key: name,
    // Errors are what these suites provoke.
    logLevel: 'silent',
  })
  const studios = await seedTestStudios(payload)
  await payload.create({
    collection: 'users',
    data: { email: 'admin@example.com', password: 'demo', name: 'Ada', role: 'admin' },
  })
  const sql = new pg.Client(database.uri)
  await sql.connect()
  const tokens = new Map<Person, Promise<string>>()

  const call: Site['call'] = async (who, path, { json, ...init } = {}) => {
    const headers = new Headers(init.headers)
    if (who !== 'nobody') {
      const token = tokens.get(who) ?? login(payload, `${who}@example.com`)
      tokens.set(who, token)
      headers.set('Authorization', `JWT ${await token}`)
    }
    if (json !== undefined) headers.set('Content-Type', 'application/json')
    const body = json === undefined ? init.body : JSON.stringify(json)
    const method = init.method ?? (body === undefined ? 'GET' : 'POST')
    const response = await restFetch(payload)(path, { ...init, method, headers, body })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text ? (JSON.parse(text) as unknown) : {},
    }
  }
  return {
    payload,
    studios,
    sql,
    call,
    post: (who, path, json = {}) => call(who, path, { json }),
    stop: async () => {
      await sql.end()
      await stop()
      await database.drop()
    },
  }
}
