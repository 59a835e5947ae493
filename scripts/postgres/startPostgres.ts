import { existsSync } from 'node:fs'
import path from 'node:path'

import pg from 'pg'

import { type Account, serverAccount } from './account.js'
import { type Binaries, findBinaries } from './binaries.js'
import { ensureCluster } from './cluster.js'
import { checkExternal } from './externalPostgres.js'
import { freePort } from './freePort.js'
import { choosePlace, type Place } from './place.js'
import { rememberedPort, rememberPort } from './rememberedPort.js'
import { runningServer, spawnServer, stopServer, uriOf, accepts } from './server.js'
import { joinUsers, leaveUsers, withStartLock } from './usage.js'

export interface RunningPostgres {
  uri: string
  isEmbedded: boolean
  /** One line for people: which server, and where its data is. */
  description: string
  /** Stops the embedded server unless another process still uses it. */
  stop: () => Promise<void>
}

const DATABASE = 'workflows'

const settingsFor = (binaries: Binaries, extra: Record<string, string>): Record<string, string> => {
  const library = path.join(binaries.home, 'lib', 'postgresql')
  const hasStatements = ['so', 'dylib', 'dll'].some((ending) =>
    existsSync(path.join(library, `pg_stat_statements.${ending}`)),
  )
  return {
    max_connections: '100',
    ...(hasStatements ? { shared_preload_libraries: 'pg_stat_statements' } : {}),
    ...extra,
  }
}

const startHere = async (args: {
  place: Place
  account: Account | null
  port?: number
  settings: Record<string, string>
}): Promise<{ port: number; password: string; isNew: boolean }> => {
  const { place, account } = args
  const binaries = findBinaries(account, place.root)
  const password = ensureCluster({ place, binaries, account })
  const running = runningServer(place)
  if (running && (await accepts(uriOf(running.port, password, 'postgres')))) {
    return { port: running.port, password, isNew: false }
  }
  // Left by a process that was killed while it started or stopped the server.
  if (running) await stopServer(place)
  const settings = settingsFor(binaries, args.settings)
  for (;;) {
    const port = await freePort(args.port ?? rememberedPort(place))
    if (await spawnServer({ place, binaries, account, port, password, settings })) {
      rememberPort(place, port)
      return { port, password, isNew: true }
    }
  }
}

const createDatabase = async (uri: string): Promise<void> => {
  const client = new pg.Client({ connectionString: uri })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (!found.rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/**
 * The PostgreSQL of this site: the one DATABASE_URI names, else an embedded one in `dataDir`, which
 * several processes share. The last of them to leave stops it.
 */
export const startPostgres = async (args: {
  dataDir: string
  port?: number
  /** Further server settings, for tests. */
  settings?: Record<string, string>
}): Promise<RunningPostgres> => {
  const given = process.env.DATABASE_URI
  if (given) {
    await checkExternal(given)
    const description = 'PostgreSQL of DATABASE_URI'
    return { uri: given, isEmbedded: false, description, stop: async () => {} }
  }
  const account = serverAccount()
  const place = choosePlace(path.resolve(args.dataDir), account)
  const { port, password, isNew } = await withStartLock(place, async () => {
    joinUsers(place)
    const started = await startHere({ ...args, place, account, settings: args.settings ?? {} })
    await createDatabase(uriOf(started.port, started.password, 'postgres'))
    return started
  })
  const lines = [
    `PostgreSQL ${isNew ? 'started' : 'already running'} on 127.0.0.1:${port}, data in ${place.cluster}`,
    ...(account ? [`(as user "${account.name}", because PostgreSQL refuses to run as root)`] : []),
    ...(place.note ? [place.note] : []),
  ]
  return {
    uri: uriOf(port, password, DATABASE),
    isEmbedded: true,
    description: lines.join('\n'),
    stop: async () => {
      await withStartLock(place, async () => {
        if (leaveUsers(place)) await stopServer(place)
      })
    },
  }
}
