import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { campaign, chain } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { rounds } from './support/tier.js'

/** How often all connections of the workers are cut, and how many times. */
const EVERY_MS = 300
const CUTS = rounds({ test: 20, nightly: 200, release: 1_000 })

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'database trouble', latencyMs: 250 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

/** The workers' connections only: the test itself goes on looking. */
const cut = () =>
  site.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
     and (application_name like 'payload_workflows:worker:%' or application_name = 'payload_workflows:bells'
       or application_name like 'payload-workflows worker%')`,
  )

describe('connections that are cut all the time', () => {
  it('should cost time, and nothing else', async () => {
    const workers = await Promise.all([startWorkerProcess(site), startWorkerProcess(site)])
    const ids: string[] = []
    for (let count = 0; count < Math.max(3, CUTS / 7); count += 1) {
      ids.push(await site.launch(campaign({ copies: 5, images: 2 })))
    }
    let terminated = 0
    for (let round = 0; round < CUTS; round += 1) {
      terminated += (await cut()).length
      await sleep(EVERY_MS)
    }
    for (const id of ids) {
      const { jobs, outputs } = await site.waitUntil(id, 'completed', 45_000)
      expect(outputs.documents).toHaveLength(5)
      expect(outputs.media).toHaveLength(2)
      // The database's trouble says nothing about the steps.
      expect(jobs.every(({ attempts }) => attempts === 1)).toBe(true)
    }
    console.log(`${terminated} connections were cut`)
    for (const worker of workers) expect(worker.isAlive(), worker.output()).toBe(true)
    expect(terminated).toBeGreaterThan(CUTS)
  })
})

describe('a worker that begins', () => {
  it('should stay when the connection of its first look is lost', async () => {
    const id = await site.launch(chain(3))
    const lock = await site.pool.connect()
    await lock.query('begin')
    await lock.query('lock table payload_workflows.job in access exclusive mode')
    const [worker] = await Promise.all([
      startWorkerProcess(site),
      waitFor('its first look to be cut', async () => {
        const rows = await site.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
           and application_name = 'payload_workflows:worker:relaxed' and wait_event_type = 'Lock'`,
        )
        return rows.length > 0
      }).finally(async () => {
        await lock.query('rollback')
        lock.release()
      }),
    ])
    await site.waitUntil(id, 'completed')
    expect(worker.isAlive(), worker.output()).toBe(true)
  })
})
