import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { hang } from '../support/fakeOpenAI.js'
import { chain, copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { sqlWorker } from './support/sqlWorker.js'

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(1)
  site = await startSite({ name: 'orphan claims', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

describe('a claim in an answer that never arrived', () => {
  it('should be given back by the living worker that does not know of it', async () => {
    const worker = await startWorkerProcess(site, { concurrency: 1 })
    // Its only slot is taken, so that it claims nothing by itself.
    site.fake.respond(() => hang())
    const busy = await site.launch(copies(1))
    await waitFor('its slot to be taken', () => site.fake.requests.length === 1)

    // What it would have said had the connection not been cut: one job done, six more asked for.
    const lost = sqlWorker(site.pool, worker.id)
    const ids: string[] = []
    for (let count = 0; count < 6; count += 1) ids.push(await site.launch(chain(2)))
    const [first] = await lost.claim(1)
    if (!first) throw new Error('Nothing was ready')
    const { results, claims } = await lost.complete([first], { want: 6 })
    expect(results).toEqual(['ok'])
    expect(claims).toHaveLength(6)
    const lostAt = performance.now()

    await waitFor(
      'the claims to be given back',
      async () => {
        const rows = await site.sql(
          `select 1 from payload_workflows.job where owner = $1 and state = 'running' and exec <> $2`,
          [worker.id, busy],
        )
        return rows.length === 0
      },
      { withinMs: 12_000 },
    )
    console.log(`lost claims were back after ${Math.round(performance.now() - lostAt)} ms`)
    // The one it does know of is left alone.
    expect((await site.show(busy)).jobs[0]?.status).toBe('running')
    await site.control(busy, 'stop')
    for (const id of ids) {
      const { jobs } = await site.waitUntil(id, 'completed')
      expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1])
    }
    const crashed = await site.sql('select 1 from payload_workflows.job where crashes > 0')
    expect(crashed).toEqual([])
    expect(worker.isAlive(), worker.output()).toBe(true)
  })
})
