import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { getPayload, handleEndpoints, type Payload } from 'payload'

import { buildDemoConfig } from '../../dev/buildDemoConfig.js'
import { createSeeder } from '../../dev/seed/seeder.js'
import { DEMO_PASSWORD, type DemoStudios, seedStudios } from '../../dev/seedDemo.js'
import type { DemoWorkflows } from '../../dev/workflows.js'

export interface TestPayload {
  payload: Payload
  /** Uploads of this instance. */
  dataDir: string
  stop: () => Promise<void>
}

export type RestFetch = (path: string, init?: RequestInit) => Promise<Response>

/** The origin that tests speak from. */
export const TEST_ORIGIN = 'http://localhost:3000'

/** Key under which Payload caches an instance; requests must name it to reach theirs. */
const keys = new WeakMap<Payload, string>()

let instances = 0

/**
 * A Payload of its own, with its own config, on `databaseUri`; several may run in one process.
 * `key` names it in `pg_stat_activity`.
 */
export const startTestPayload = async (args: {
  databaseUri: string
  key: string
  /** Given, uploads outlive `stop`: for two instances of one site. */
  dataDir?: string
  workflows?: DemoWorkflows
  /** @default 'error' */
  logLevel?: string
}): Promise<TestPayload> => {
  const key = `${args.key} ${(instances += 1)}`
  const dataDir = args.dataDir ?? mkdtempSync(path.join(tmpdir(), 'payload-workflows-data-'))
  process.env.DISABLE_PAYLOAD_HMR = 'true'
  const config = buildDemoConfig({
    databaseUri: args.databaseUri,
    dataDir,
    secret: 'tests',
    serverURL: '',
    origins: [TEST_ORIGIN],
    applicationName: `test ${key}`,
    workflows: args.workflows,
  })
  const payload = await getPayload({ config, key })
  payload.logger.level = args.logLevel ?? 'error'
  // Databases are dropped under open pools, which cannot be closed: Payload holds a connection for ever.
  payload.db.pool.on('error', () => {})
  keys.set(payload, key)
  return {
    payload,
    dataDir,
    stop: async () => {
      await payload.destroy()
      if (!args.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** `fetch` without a server: `path` is relative to `/api`. */
export const restFetch =
  (payload: Payload, headers: Record<string, string> = {}): RestFetch =>
  (path, init) => {
    const request = new Request(`${TEST_ORIGIN}${payload.config.routes.api}${path}`, init)
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    return handleEndpoints({
      config: payload.config,
      payloadInstanceCacheKey: keys.get(payload),
      request,
    })
  }

/** A token for `Authorization: JWT …`. */
export const login = async (
  payload: Payload,
  email: string,
  password = DEMO_PASSWORD,
): Promise<string> => {
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  if (!token) throw new Error(`${email} cannot log in.`)
  return token
}

/** REST as `email`; JSON bodies are given as they are. */
export const restAs = async (
  payload: Payload,
  email: string,
): Promise<
  (path: string, init?: Omit<RequestInit, 'body'> & { json?: unknown }) => Promise<Response>
> => {
  const fetch = restFetch(payload, { Authorization: `JWT ${await login(payload, email)}` })
  return (path, { json, ...init } = {}) =>
    json === undefined
      ? fetch(path, init)
      : fetch(path, {
          method: 'POST',
          ...init,
          headers: { 'Content-Type': 'application/json', ...init.headers },
          body: JSON.stringify(json),
        })
}

/** The demo's users, workspaces and projects, without documents and pictures. */
export const seedTestStudios = async (payload: Payload): Promise<DemoStudios> =>
  seedStudios(await createSeeder(payload))
