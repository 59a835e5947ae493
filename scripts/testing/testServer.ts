import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { startPostgres } from '../postgres/startPostgres.js'

export interface TestServer {
  /** Connection string of a superuser; suites make databases of their own. */
  uri: string
  stop: () => Promise<void>
}

/** An empty PostgreSQL in a temporary folder, for one run of the tests. */
export const startTestServer = async (): Promise<TestServer> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-test-'))
  // mkdtemp lets nobody else in, and root's server runs as another user.
  chmodSync(folder, 0o755)
  const given = process.env.DATABASE_URI
  delete process.env.DATABASE_URI
  const server = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    // Two suites at a time, each with a site, its workers and a browser's requests.
    settings: { max_connections: '250' },
  })
  if (given) process.env.DATABASE_URI = given
  let stopping: Promise<void> | null = null
  const end = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  // A command stops it when it is done with it, and once more as it leaves.
  return { uri: server.uri, stop: () => (stopping ??= end()) }
}
