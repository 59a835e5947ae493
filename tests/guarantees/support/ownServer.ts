import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { serverAccount } from '../../../scripts/postgres/account.js'
import { choosePlace } from '../../../scripts/postgres/place.js'
import { runningServer } from '../../../scripts/postgres/server.js'
import { startPostgres } from '../../../scripts/postgres/startPostgres.js'
import { waitFor } from '../../support/waitFor.js'

/** A PostgreSQL that a test may bring down; the one of the test run is everybody's. */
export interface OwnServer {
  /** Ends it as a power cut would (`pg_ctl -m immediate`), and starts it again on the same port. */
  crash: (args?: { downMs?: number }) => Promise<void>
  stop: () => Promise<void>
}

/** Test databases of this process are made on it from here on. */
export async function startOwnServer(): Promise<OwnServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-own-'))
  // mkdtemp lets nobody else in, and root's server runs as another user.
  chmodSync(folder, 0o755)
  const dataDir = path.join(folder, 'postgres')
  const shared = { given: process.env.DATABASE_URI, tests: process.env.TEST_DATABASE_SERVER }
  delete process.env.DATABASE_URI
  const start = () => startPostgres({ dataDir })
  let server = await start()
  process.env.TEST_DATABASE_SERVER = server.uri
  return {
    crash: async ({ downMs = 0 } = {}) => {
      const place = choosePlace(path.resolve(dataDir), serverAccount())
      const running = runningServer(place)
      if (running) process.kill(running.pid, 'SIGQUIT')
      await waitFor('the server to be gone', () => !runningServer(place), { everyMs: 5 })
      await sleep(downMs)
      const { uri } = server
      server = await start()
      if (server.uri !== uri) throw new Error('The server came back somewhere else.')
    },
    stop: async () => {
      await server.stop()
      if (shared.given) process.env.DATABASE_URI = shared.given
      process.env.TEST_DATABASE_SERVER = shared.tests
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
