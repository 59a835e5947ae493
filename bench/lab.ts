import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'

import type { PeerKey } from './comparisons.js'

import { startPostgres } from '../scripts/postgres/startPostgres.js'
import { createTestDatabase } from '../tests/support/postgres.js'
import { startPeer, type RunningPeer } from './peers/startPeer.js'
import { PeerAbsentError } from './peers/types.js'

/** One PostgreSQL, and one process with a database of its own for each peer that is asked for. */
export interface Lab {
  postgres: string
  /** Null when it is not installed; the reason has been said. */
  peer: (key: PeerKey) => Promise<RunningPeer | null>
  poolOf: (peer: RunningPeer) => pg.Pool
  /** Runs `work` while every other peer stands still. */
  alone: <T>(peer: RunningPeer, work: () => Promise<T>) => Promise<T>
  absent: string[]
  close: () => Promise<void>
}

export async function openLab({
  stored,
  say,
}: {
  /** Finished executions of `engineStored`. */
  stored: number
  say: (line: string) => void
}): Promise<Lab> {
  const server = await startServer()
  process.env.TEST_DATABASE_SERVER = server.uri
  const admin = new pg.Client({ connectionString: server.uri, application_name: 'bench' })
  await admin.connect()
  const { rows } = await admin.query<{ version: string }>('select version() as version')
  const peers = new Map<PeerKey, Promise<RunningPeer | null>>()
  const pools = new Map<RunningPeer, pg.Pool>()
  const absent: string[] = []

  const createEmptyDatabase = async (): Promise<string> => {
    const name = `bench_${randomBytes(4).toString('hex')}`
    await admin.query(`create database ${name}`)
    const uri = new URL(server.uri)
    uri.pathname = `/${name}`
    return uri.href
  }

  async function open(key: PeerKey): Promise<RunningPeer | null> {
    const isOurs = key === 'engine' || key === 'engineStored' || key === 'bareLoop'
    const databaseUri = isOurs
      ? (await createTestDatabase('bench')).uri
      : await createEmptyDatabase()
    if (key === 'engineStored') say(`Storing ${stored} finished executions …`)
    try {
      const peer = await startPeer(key === 'engineStored' ? 'engine' : key, {
        databaseUri,
        stored: key === 'engineStored' ? stored : undefined,
      })
      peer.freeze()
      return peer
    } catch (error) {
      if (!(error instanceof PeerAbsentError)) throw error
      absent.push(error.message)
      say(error.message)
      return null
    }
  }

  return {
    postgres: rows[0]?.version ?? '',
    absent,
    peer: (key) => {
      const known = peers.get(key) ?? open(key)
      peers.set(key, known)
      return known
    },
    poolOf: (peer) => {
      const known =
        pools.get(peer) ??
        new pg.Pool({ connectionString: peer.databaseUri, max: 2, application_name: 'bench' })
      pools.set(peer, known)
      return known
    },
    alone: async (peer, work) => {
      await peer.thaw()
      try {
        return await work()
      } finally {
        peer.freeze()
      }
    },
    close: async () => {
      const running = await Promise.allSettled(peers.values())
      for (const peer of running) {
        if (peer.status === 'fulfilled') await peer.value?.tearDown()
      }
      await Promise.all([...pools.values()].map((pool) => pool.end()))
      await admin.end()
      await server.stop()
    },
  }
}

/** An empty PostgreSQL with its default durability; six engines with their pools need more than 100 connections. */
async function startServer(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'payload-workflows-bench-'))
  // mkdtemp lets nobody else in, and root's server runs as another user.
  chmodSync(folder, 0o755)
  const { uri, stop } = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    settings: { max_connections: '300' },
  })
  return {
    uri,
    stop: async () => {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
