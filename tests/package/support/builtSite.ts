import { spawn } from 'node:child_process'
import path from 'node:path'

import { freePort } from '../../../scripts/postgres/freePort.js'
import { waitFor } from '../../support/waitFor.js'
import { run } from './run.js'
import { end, type Site } from './site.js'

const BUILD_MS = 15 * 60_000

export type Bundler = 'turbopack' | 'webpack'

type Env = Record<string, string | undefined>

export interface BuiltSite {
  url: string
  /** Of Next's server. */
  pid: number
  stop: () => Promise<void>
}

const next = (site: Site): string =>
  path.join(site.folder, '..', 'node_modules', 'next', 'dist', 'bin', 'next')

const settings = (env: Env) => ({
  ...env,
  NODE_ENV: 'production' as const,
  NEXT_TELEMETRY_DISABLED: '1',
  // Vitest's own, which would make the site believe that it is a test.
  VITEST: undefined,
})

/** Tables and import map, by the commands of docs/install.md. */
export const prepareSite = async (site: Site, { plugin = true } = {}): Promise<void> => {
  await site.payload('migrate:create', 'workflows')
  await site.payload('migrate')
  if (plugin) await site.payload('workflows:migrate')
  await site.payload('generate:importmap')
}

export const buildSite = (site: Site, bundler: Bundler, env: Env): Promise<string> =>
  run({
    args: [next(site), 'build', `--${bundler}`],
    cwd: site.folder,
    limitMs: BUILD_MS,
    env: settings(env),
  })

/** `next start`; resolves when Payload answers. */
export const startBuiltSite = async (site: Site, env: Env): Promise<BuiltSite> => {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [next(site), 'start', '-p', port], {
    cwd: site.folder,
    env: { ...process.env, ...settings(env) },
    stdio: process.env.TEST_WEB_LOG ? 'inherit' : 'ignore',
  })
  await waitFor(
    'the built site',
    async () => {
      const answer = await fetch(`${url}/api/access`).catch(() => null)
      return answer?.status === 200
    },
    { withinMs: 60_000, everyMs: 50 },
  )
  return { url, pid: server.pid ?? 0, stop: () => end(server) }
}
