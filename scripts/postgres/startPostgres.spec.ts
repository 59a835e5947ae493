import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { checkExternal } from './externalPostgres.js'
import { sayPlainly } from './sayPlainly.js'
import { type RunningPostgres, startPostgres } from './startPostgres.js'

let dataDir: string
let given: string | undefined
const running: RunningPostgres[] = []

const start = async (): Promise<RunningPostgres> => {
  const server = await startPostgres({ dataDir })
  running.push(server)
  return server
}

const query = async (uri: string, text: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: uri })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const postmaster = (): number =>
  Number(readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

const isGone = (): boolean => !existsSync(path.join(dataDir, 'cluster', 'postmaster.pid'))

beforeEach(() => {
  given = process.env.DATABASE_URI
  delete process.env.DATABASE_URI
  dataDir = mkdtempSync(path.join(tmpdir(), 'payload-workflows-postgres-'))
  chmodSync(dataDir, 0o755)
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
  if (given) process.env.DATABASE_URI = given
})

describe('startPostgres', () => {
  it('should start, keep its data and port, and stop', async () => {
    const first = await start()
    await query(first.uri, 'create table kept (a int)')
    await first.stop()
    expect(isGone()).toBe(true)
    const second = await start()
    expect(second.uri).toBe(first.uri)
    await query(second.uri, 'select a from kept')
  })

  it('should listen on loopback only, behind a password that only we can read', async () => {
    const { uri } = await start()
    expect(await query(uri, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
    const wrong = new URL(uri)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password')
    expect(statSync(path.join(dataDir, 'password')).mode & 0o777).toBe(0o600)
  })

  it('should take another port when its own is occupied', async () => {
    const first = await start()
    await first.stop()
    const port = Number(new URL(first.uri).port)
    const occupant = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => occupant.once('listening', resolve))
    const second = await start()
    occupant.close()
    expect(new URL(second.uri).port).not.toBe(String(port))
    expect(await query(second.uri, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('should start after a crash that left its pid file', async () => {
    const first = await start()
    await query(first.uri, 'create table kept (a int)')
    const killed = postmaster()
    process.kill(killed, 'SIGKILL')
    await vi.waitFor(() => expect(() => process.kill(killed, 0)).toThrow('ESRCH'), 10_000)
    const second = await start()
    await query(second.uri, 'select a from kept')
  })

  it('should use the server of DATABASE_URI and leave it alone', async () => {
    const own = await start()
    process.env.DATABASE_URI = own.uri
    const external = await startPostgres({ dataDir })
    delete process.env.DATABASE_URI
    expect(external).toMatchObject({ uri: own.uri, isEmbedded: false })
    await external.stop()
    expect(await query(own.uri, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('what people read', () => {
  it('should name DATABASE_URI, and no password, when the server does not answer', async () => {
    const uri = 'postgres://user:secret@127.0.0.1:1/site'
    await expect(checkExternal(uri)).rejects.toThrow(/^The server in DATABASE_URI/)
    await expect(checkExternal(uri)).rejects.not.toThrow('secret')
  })

  it('should say in a sentence that the disk is full', () => {
    const output = 'initdb: error: could not write to file "x": No space left on device'
    expect(sayPlainly(output, '.data').message).toMatch(/^The disk that holds \.data is full/)
  })
})
