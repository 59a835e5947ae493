import { sql } from '@payloadcms/db-postgres'
import { is, StringChunk } from '@payloadcms/db-postgres/drizzle'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import {
  databaseOf,
  sessionOf,
  type DrizzleSession,
} from '../../src/plugins/workflows/db/executor.js'
import { copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { rounds } from './support/tier.js'

const ROUNDS = rounds({ test: 3, nightly: 30, release: 100 })

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'lost commit', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const cutSession = async (session: DrizzleSession) => {
  const { rows } = await session.execute(sql`select pg_backend_pid() as pid`)
  await site.sql('select pg_terminate_backend($1)', [rows[0]?.pid])
  await waitFor('the session to be gone', async () => {
    const left = await site.sql('select 1 from pg_stat_activity where pid = $1', [rows[0]?.pid])
    return left.length === 0
  })
}

/** Of a statement that is text and nothing else. */
const textOf = (query: ReturnType<typeof sql>): string =>
  query.queryChunks.map((chunk) => (is(chunk, StringChunk) ? chunk.value.join('') : '')).join('')

/** Cuts the connection of the first document's transaction before its last message arrives, or before its answer does. */
function loseFirstCommit(moment: 'before' | 'after'): { lost: () => number; restore: () => void } {
  const { payload } = site.engine
  const begin = payload.db.beginTransaction.bind(payload.db)
  let lost = 0
  payload.db.beginTransaction = async (options) => {
    const id = await begin(options)
    const session = id == null ? null : sessionOf(payload, id)
    if (!session) return id
    const execute = session.execute.bind(session)
    session.execute = async (query) => {
      const isLast = textOf(query).includes('complete_documents')
      if (!isLast || lost > 0) return execute(query)
      lost += 1
      if (moment === 'after') {
        await execute(query)
        await cutSession({ execute })
        // The pool must hear of it before it gives this connection to somebody else: the test asks as well.
        await expect(execute(sql`select 1`)).rejects.toThrow()
        throw new Error('Connection terminated unexpectedly')
      }
      await cutSession({ execute })
      return execute(query)
    }
    return id
  }
  return {
    lost: () => lost,
    restore: () => {
      payload.db.beginTransaction = begin
    },
  }
}

async function makeOne(moment: 'before' | 'after') {
  const id = await site.launch(copies(1))
  const { lost, restore } = loseFirstCommit(moment)
  const survivor = await site.startSurvivor({ concurrency: 1 })
  const { outputs, jobs } = await site.waitUntil(id, 'completed')
  restore()
  await survivor.stop()
  expect(lost()).toBe(1)
  expect(outputs.documents).toHaveLength(1)
  expect(jobs.map(({ attempts }) => attempts)).toEqual([1])
  // By the one who held it: nobody had to find a forgotten job seconds later.
  const found = await site.sql(
    `select 1 from payload_workflows.event v, jsonb_array_elements(v.data) d
     where v.exec = $1 and d ? 'takenFrom'`,
    [id],
  )
  expect(found).toEqual([])
}

const documents = async () =>
  Number((await site.sql<{ n: string }>('select count(*) as n from documents'))[0]?.n)

describe('a COMMIT that is not answered', () => {
  it('should be noticed at once, and the document written again, when it did not happen', async () => {
    expect(databaseOf(site.engine.payload).name).toBe('postgres')
    const before = await documents()
    for (let round = 0; round < ROUNDS; round += 1) await makeOne('before')
    expect(await documents()).toBe(before + ROUNDS)
  })

  it('should be believed when it did happen, and nothing be written twice', async () => {
    const before = await documents()
    for (let round = 0; round < ROUNDS; round += 1) await makeOne('after')
    expect(await documents()).toBe(before + ROUNDS)
  })
})
