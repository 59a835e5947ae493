import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import pg from 'pg'

import { type Account, asAccount } from './account.js'
import type { Binaries } from './binaries.js'
import { SUPERUSER } from './cluster.js'
import type { Place } from './place.js'
import { isPortTaken, sayPlainly } from './sayPlainly.js'
import { isAlive } from '../lock.js'

/** Recovery after a power cut is what takes longest. */
const START_MS = 60_000
/** A fast shutdown writes one checkpoint. */
const STOP_MS = 20_000

const pidFile = (place: Place): string => path.join(place.cluster, 'postmaster.pid')
const logFile = (place: Place): string => path.join(place.root, 'server.log')

/** Linux can tell whether a pid is a server of this very folder; elsewhere a live pid is believed. */
const runsHere = (pid: number, place: Place): boolean => {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === place.cluster
  } catch {
    return false
  }
}

/** The lines that a server leaves; null = none runs. One that ends meanwhile takes the file along. */
const readPidFile = (place: Place): string[] | null => {
  try {
    return readFileSync(pidFile(place), 'utf8').split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** The server that runs on this place's folder; a pid file that a crash left is removed. */
export const runningServer = (place: Place): { pid: number; port: number } | null => {
  const lines = readPidFile(place)
  if (!lines) return null
  const pid = Number(lines[0])
  if (pid && runsHere(pid, place)) return { pid, port: Number(lines[3]) }
  rmSync(pidFile(place), { force: true })
  return null
}

export const uriOf = (port: number, password: string, database: string): string =>
  `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`

export const accepts = async (uri: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: uri, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** `true` once it accepts connections, `false` when `port` was taken in the meantime. */
export const spawnServer = async (args: {
  place: Place
  binaries: Binaries
  account: Account | null
  port: number
  password: string
  settings: Record<string, string>
}): Promise<boolean> => {
  const { place, binaries, account, port, password } = args
  const settings = {
    listen_addresses: '127.0.0.1',
    // No socket file: its usual folder need not exist or be writable.
    unix_socket_directories: '',
    ...args.settings,
  }
  const log = openSync(logFile(place), 'w', 0o600)
  const child = spawn(
    binaries.postgres,
    [
      ...['-D', place.cluster, '-p', String(port)],
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...asAccount(account),
      cwd: place.root,
      // A session of its own: Ctrl-C reaches us, and we stop the server when nobody uses it any more.
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, LC_ALL: 'C' },
    },
  )
  closeSync(log)
  child.unref()
  let failure: string | null = null
  child.once('error', (error) => (failure = error.message))
  child.once('exit', () => (failure ??= 'it stopped at once'))
  const deadline = Date.now() + START_MS
  while (!(await accepts(uriOf(port, password, 'postgres')))) {
    if (failure || Date.now() > deadline) {
      const said = `${readFileSync(logFile(place), 'utf8')}\nerror: ${failure ?? 'it took too long'}`
      if (isPortTaken(said)) return false
      throw sayPlainly(said.replace(/\nerror: it stopped at once$/, ''), place.root)
    }
    await sleep(40)
  }
  return true
}

/** SIGINT is PostgreSQL's «fast shutdown»: open transactions are rolled back, nothing is lost. */
export const signalServer = (place: Place): void => {
  const server = runningServer(place)
  if (!server) return
  try {
    process.kill(server.pid, 'SIGINT')
  } catch {
    // It left between the look and the signal.
  }
}

export const stopServer = async (place: Place): Promise<void> => {
  signalServer(place)
  const deadline = Date.now() + STOP_MS
  while (runningServer(place)) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL in ${place.root} does not stop.`)
    await sleep(40)
  }
}
