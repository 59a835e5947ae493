import { sql } from '@payloadcms/db-postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { databaseOf, sessionOf } from '../../src/plugins/workflows/db/executor.js'
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

/** Cuts the session of the next transaction that is to be committed, in the moment before. */
function loseNextCommit(): { lost: () => number; restore: () => void } {
  const { payload } = site.engine
  const commit = payload.db.commitTransaction.bind(payload.db)
  let lost = 0
  payload.db.commitTransaction = async (given) => {
    const id = await given
    const session = lost === 0 && id != null ? sessionOf(payload, id) : null
    if (session) {
      lost += 1
      const { rows } = await session.execute(sql`select pg_backend_pid() as pid`)
      await site.sql('select pg_terminate_backend($1)', [rows[0]?.pid])
      await waitFor('the session to be gone', async () => {
        const left = await site.sql('select 1 from pg_stat_activity where pid = $1', [rows[0]?.pid])
        return left.length === 0
      })
    }
    return commit(given)
  }
  return {
    lost: () => lost,
    restore: () => {
      payload.db.commitTransaction = commit
    },
  }
}

describe('a COMMIT that fails while Payload says that it succeeded', () => {
  it('should be noticed at once, and the document written again', async () => {
    expect(databaseOf(site.engine.payload).name).toBe('postgres')
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await site.launch(copies(1))
      const { lost, restore } = loseNextCommit()
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
  })
})
