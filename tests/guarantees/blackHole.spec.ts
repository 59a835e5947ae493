import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { hang } from '../support/fakeOpenAI.js'
import { chain, copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { startTcpProxy, type TcpProxy } from './support/tcpProxy.js'
import { rounds } from './support/tier.js'

/** F09 of the fault catalogue, with the default lease. */
const LEASE_SECONDS = 5
const ROUNDS = rounds({ test: 1, nightly: 10, release: 30 })
/** A lease less one beat, and what a busy machine takes to notice. */
const SELF_FENCE_MS = 6_000
const TAKEOVER_MS = 10_000

let site: GuaranteeSite
let wire: TcpProxy
beforeAll(async () => {
  warmWorkers(1)
  site = await startSite({ name: 'black hole', leaseSeconds: LEASE_SECONDS })
  wire = await startTcpProxy(site.databaseUri)
})
afterEach(() => site.settle())
afterAll(async () => {
  await wire.close()
  await site.stop()
})

describe('a worker whose packets to the database vanish', () => {
  it('should stop by itself before others take over, and come back when the wire does', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const cut = await startWorkerProcess({ ...site, databaseUri: wire.uri }, { concurrency: 3 })
      const asked = site.fake.requests.length
      site.fake.respond(() => hang())
      const id = await site.launch(copies(3))
      await waitFor('three open calls', () => site.fake.requests.length === asked + 3)
      const mine = site.fake.requests.slice(asked)

      wire.blackHole()
      const cutAt = Date.now()
      site.fake.respond(() => undefined)
      await site.startSurvivor()
      await waitFor('it to cut its calls', () => mine.every(({ abortedAt }) => abortedAt !== null))
      const { jobs, outputs } = await site.waitUntil(id, 'completed')
      const doneAfter = Date.now() - cutAt
      const fencedAfter = mine.map(({ abortedAt }) => Number(abortedAt) - cutAt)
      console.log(
        `black hole: calls cut after ${fencedAfter.join(', ')} ms, done after ${doneAfter} ms`,
      )
      expect(Math.max(...fencedAfter)).toBeLessThan(SELF_FENCE_MS)
      expect(doneAfter).toBeLessThan(TAKEOVER_MS)
      expect(outputs.documents).toHaveLength(3)
      expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1, 1])
      // Nobody called while nobody held the jobs, and nobody twice.
      expect(site.fake.requests).toHaveLength(asked + 6)

      wire.heal()
      await waitFor('it to beat again', async () => {
        const rows = await site.sql(
          `select 1 from payload_workflows.worker where id = $1 and beat_at > clock_timestamp() - interval '1 second'`,
          [cut.id],
        )
        return rows.length > 0
      })
      await site.waitUntil(await site.launch(chain(5)), 'completed')
      expect(cut.isAlive(), cut.output()).toBe(true)
      await site.settle()
    }
  })
})
