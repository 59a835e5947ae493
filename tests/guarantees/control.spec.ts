import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { hang } from '../support/fakeOpenAI.js'
import { campaign, copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { rounds } from './support/tier.js'

const CUTS = rounds({ test: 8, nightly: 60, release: 200 })
const STOPS = rounds({ test: 10, nightly: 100, release: 300 })

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'control', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const count = async (table: 'documents' | 'payload_workflows.call') =>
  Number((await site.sql<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

const isQuiet = async () => {
  const rows = await site.sql(`select 1 from payload_workflows.job where state = 'running'`)
  return rows.length === 0
}

describe('stop', () => {
  it('should cut the open calls of another process within a second', async () => {
    await startWorkerProcess(site, { concurrency: 3 })
    const latencies: number[] = []
    for (let round = 0; round < CUTS; round += 1) {
      const asked = site.fake.requests.length
      site.fake.respond(() => hang())
      const id = await site.launch(copies(3))
      await waitFor('three open calls', () => site.fake.requests.length === asked + 3)
      const before = await count('documents')
      const stoppedAt = Date.now()
      expect((await site.control(id, 'stop')).status).toBe('stopped')
      const open = site.fake.requests.slice(asked)
      await waitFor('the calls to be cut', () => open.every(({ abortedAt }) => abortedAt !== null))
      latencies.push(...open.map(({ abortedAt }) => Number(abortedAt) - stoppedAt))
      const { jobs } = await site.show(id)
      expect(jobs.map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled'])
      expect(await count('documents')).toBe(before)
    }
    latencies.sort((a, b) => a - b)
    console.log(
      `stop: p50 ${latencies[Math.floor(latencies.length / 2)]} ms, max ${latencies.at(-1)} ms of ${latencies.length}`,
    )
    // The slowest tenth belongs to the machine that the tests run on.
    expect(latencies[Math.floor(latencies.length * 0.9)]).toBeLessThan(1_000)
  })

  it('should cut them by the heartbeat when the announcement is lost', async () => {
    await startWorkerProcess(site, { concurrency: 1 })
    site.fake.respond(() => hang())
    const asked = site.fake.requests.length
    const id = await site.launch(copies(1))
    await waitFor('an open call', () => site.fake.requests.length > asked)
    // The listener is back only after half a second; what is said meanwhile it never hears.
    await site.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'payload_workflows:worker:listen'`,
    )
    await site.control(id, 'stop')
    const call = site.fake.requests[asked]
    await waitFor('the call to be cut', () => call?.abortedAt, { withinMs: 5_000 })
  })

  it('should keep out every document whose transaction is open at that moment', async () => {
    const worker = await startWorkerProcess(site, { concurrency: 4 })
    for (let round = 0; round < 6; round += 1) {
      const before = await count('documents')
      const lock = await site.pool.connect()
      // Held until four documents wait to be completed, and stopped in the transaction they wait for.
      const id = await site.launch(copies(8))
      await lock.query('begin')
      await lock.query('select 1 from payload_workflows.execution where id = $1 for update', [id])
      const ahead = await count('documents')
      await waitFor('four document transactions', async () => {
        const rows = await site.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
             and application_name like 'payload-workflows worker%'`,
        )
        return rows.length >= 4
      })
      await lock.query(`select payload_workflows.control($1, 'stop', 'test', 0)`, [id])
      await lock.query('commit')
      lock.release()
      await waitFor('the worker to give up', async () => {
        const rows = await site.sql(
          `select 1 from pg_stat_activity where datname = current_database() and xact_start is not null
             and application_name like 'payload-workflows worker%'`,
        )
        return rows.length === 0
      })
      expect((await site.show(id)).status).toBe('stopped')
      // Those that were completed before the lock was taken are the only ones.
      expect(await count('documents')).toBe(ahead)
      expect(ahead - before).toBeLessThanOrEqual(4)
    }
    expect(worker.isAlive(), worker.output()).toBe(true)
  })

  it('should leave no document and no call after it, whenever it comes', async () => {
    await startWorkerProcess(site, { concurrency: 4 })
    for (let round = 0; round < STOPS; round += 1) {
      const before = await count('documents')
      const id = await site.launch(campaign({ copies: 8, images: 1 }))
      await waitFor(
        'some documents',
        async () => (await count('documents')) >= before + (round % 5),
        { everyMs: 5 },
      )
      await site.control(id, 'stop')
      const documents = await count('documents')
      const calls = await count('payload_workflows.call')
      // Another execution goes all the way meanwhile: the worker has had its time.
      const next = await site.launch(copies(1))
      await site.waitUntil(next, 'completed')
      await waitFor('the worker to be idle', isQuiet)
      expect(await count('documents')).toBe(documents + 1)
      expect(await count('payload_workflows.call')).toBe(calls + 1)
      const { jobs, status } = await site.show(id)
      expect(status).toBe('stopped')
      expect(jobs.every((job) => ['completed', 'cancelled'].includes(job.status))).toBe(true)
      await expect(site.control(id, 'resume')).rejects.toMatchObject({ code: 'illegal_transition' })
    }
  })
})

describe('pause and resume', () => {
  it('should let nothing new start, then finish everything once', async () => {
    const worker = await startWorkerProcess(site, { concurrency: 2 })
    const before = await count('documents')
    const id = await site.launch(campaign({ copies: 6, images: 2 }))
    for (let round = 0; round < 4; round += 1) {
      await waitFor('some documents', async () => (await count('documents')) >= before + round, {
        everyMs: 5,
      })
      const { status } = await site.control(id, 'pause')
      expect(status).toBe('paused')
      const started = await site.sql('select 1 from payload_workflows.call where exec = $1', [id])
      await waitFor('the running jobs to end', isQuiet)
      // Begun before the pause was answered, all of them.
      const calls = await site.sql('select 1 from payload_workflows.call where exec = $1', [id])
      expect(calls.length - started.length).toBeLessThanOrEqual(2)
      const other = await site.launch(copies(1))
      await site.waitUntil(other, 'completed')
      expect(
        await site.sql('select 1 from payload_workflows.call where exec = $1', [id]),
      ).toHaveLength(calls.length)
      expect((await site.control(id, 'resume')).status).toBe('running')
    }
    const { outputs, jobs } = await site.waitUntil(id, 'completed')
    expect(outputs.documents).toHaveLength(6)
    expect(outputs.media).toHaveLength(2)
    expect(jobs.map(({ attempts }) => attempts)).toEqual(jobs.map(() => 1))
    expect(worker.isAlive()).toBe(true)
  })
})
