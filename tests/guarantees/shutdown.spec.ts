import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { hang } from '../support/fakeOpenAI.js'
import { campaign, copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  // The lease must not be what brings the jobs to another worker.
  site = await startSite({ name: 'shutdown', leaseSeconds: 30 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

describe('a worker that is asked to end', () => {
  it('should give back what it runs at once, without a try being counted', async () => {
    const leaving = await startWorkerProcess(site, { concurrency: 3 })
    site.fake.respond(() => hang())
    const id = await site.launch(copies(3))
    await waitFor('three open calls', () => site.fake.requests.length === 3)
    await startWorkerProcess(site, { concurrency: 3 })
    site.fake.respond(() => undefined)

    const askedAt = Date.now()
    leaving.kill('SIGTERM')
    expect(await leaving.exited, leaving.output()).toEqual({ code: 0, signal: null })
    const exitMs = Date.now() - askedAt
    const { jobs, outputs } = await site.waitUntil(id, 'completed')
    const again = site.fake.requests.slice(3).map(({ startedAt }) => startedAt - askedAt)
    console.log(`shutdown: exit after ${exitMs} ms, calls made again after ${again.join(', ')} ms`)
    expect(exitMs).toBeLessThan(10_000)
    expect(again).toHaveLength(3)
    expect(Math.min(...again)).toBeLessThan(2_000)
    expect(Math.max(...again)).toBeLessThan(5_000)
    expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1, 1])
    expect(outputs.documents).toHaveLength(3)
    expect(site.fake.requests.slice(0, 3).every(({ abortedAt }) => abortedAt !== null)).toBe(true)
    const crashed = await site.sql('select 1 from payload_workflows.job where crashes > 0')
    expect(crashed).toEqual([])
  })

  it('should end when it is asked while it still begins', async () => {
    // At once, a moment later, and when it has quite begun.
    for (const delayMs of [0, 5, 20, 60, 150]) {
      const worker = await site.startSurvivor()
      await sleep(delayMs)
      const isLate = sleep(5_000).then(() => 'not after 5 s')
      expect([delayMs, await Promise.race([worker.stop(), isLate])]).toEqual([delayMs, undefined])
    }
    await expect
      .poll(() =>
        site.sql(`select 1 from pg_stat_activity
          where datname = current_database() and application_name ~ '^payload_workflows:.*(bells|listen)$'`),
      )
      .toEqual([])
  })

  it('should lose and double nothing, whenever it is asked', async () => {
    const ids = [
      await site.launch(campaign({ copies: 20, images: 2 })),
      await site.launch(campaign({ copies: 20, images: 2 })),
    ]
    const documents = async () =>
      Number((await site.sql<{ n: string }>('select count(*) as n from documents'))[0]?.n)
    for (const more of [1, 3]) {
      const before = await documents()
      const leaving = await startWorkerProcess(site, { concurrency: 3 })
      await waitFor('some documents', async () => (await documents()) >= before + more, {
        everyMs: 5,
      })
      leaving.kill('SIGTERM')
      expect(await leaving.exited, leaving.output()).toEqual({ code: 0, signal: null })
      const running = await site.sql(`select 1 from payload_workflows.job where state = 'running'`)
      expect(running).toEqual([])
    }
    await site.startSurvivor()
    for (const id of ids) {
      const { jobs, outputs } = await site.waitUntil(id, 'completed')
      expect(outputs.documents).toHaveLength(20)
      expect(outputs.media).toHaveLength(2)
      expect(jobs.every(({ attempts }) => attempts === 1)).toBe(true)
    }
  })
})
