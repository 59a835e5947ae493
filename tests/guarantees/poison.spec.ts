import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { chain, copies, poisoned } from '../support/graphs.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { silence, sqlWorker } from './support/sqlWorker.js'

/** Deaths after which a job is given up: protocol 4.10. */
const DEATHS = 3

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'poison' })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

describe('a step that kills every worker', () => {
  it('should be given up after three deaths, while other executions finish', async () => {
    const id = await site.launch(poisoned())
    const others = [await site.launch(chain(6)), await site.launch(copies(3))]
    for (let death = 1; death <= DEATHS; death += 1) {
      const worker = await startWorkerProcess(site)
      warmWorkers(1)
      expect(await worker.exited, worker.output()).toEqual({ code: null, signal: 'SIGKILL' })
      expect((await site.show(id)).status).toBe('running')
    }
    const survivor = await startWorkerProcess(site)
    const { error, jobs, nodes } = await site.waitUntil(id, 'failed')
    expect(error).toMatchObject({ code: 'poison', nodeId: 'poison' })
    expect(nodes.map(({ id: node, status }) => [node, status])).toEqual([
      ['before', 'completed'],
      ['poison', 'failed'],
      ['after', 'pending'],
    ])
    expect(jobs.find(({ nodeId }) => nodeId === 'poison')?.error?.message).toMatch(/3 times/)
    for (const other of others) await site.waitUntil(other, 'completed')
    const later = await site.launch(chain(2))
    await site.waitUntil(later, 'completed')
    expect(survivor.isAlive()).toBe(true)
    // A person may leave it out and have the rest.
    await site.mend(id, 'skip-node', 'poison')
    await site.waitUntil(id, 'completed')
  })

  it('should count what it had paid for, and leave no half of it', async () => {
    const id = await site.launch(copies(1))
    for (let death = 1; death <= DEATHS; death += 1) {
      const worker = await startWorkerProcess(site, { crash: 'tx_after_doc' })
      warmWorkers(1)
      expect(await worker.exited, worker.output()).toEqual({ code: null, signal: 'SIGKILL' })
    }
    await site.startSurvivor()
    const { error, outputs, totals } = await site.waitUntil(id, 'failed')
    expect(error?.code).toBe('poison')
    expect(outputs.documents).toEqual([])
    expect(totals.cost).toBeGreaterThan(0)
    // The answer is still there for whoever mends the worker: a retry by hand asks anew, by design.
    expect(Object.values(site.fake.callsByKey()).at(-1)).toEqual({ started: 1, answered: 1 })
  })

  it('should not drag down what merely ran beside it', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => site.launch(chain(1))))
    const sweeper = sqlWorker(site.pool, 'sweeper')
    for (let death = 1; death < DEATHS; death += 1) {
      const doomed = sqlWorker(site.pool, `doomed ${death}`)
      await Promise.all([doomed.beat(), sweeper.beat()])
      expect(await doomed.claim(5)).toHaveLength(3)
      await silence(site.pool, doomed.id)
      expect(await sweeper.sweep()).toBe(3)
      // The second time they would wait a second.
      await site.sql(`update payload_workflows.job set next_at = clock_timestamp()
                      where state = 'ready'`)
    }
    const fresh = await site.launch(chain(1))
    const workers = ['a', 'b', 'c', 'd'].map((name) => sqlWorker(site.pool, name))
    await Promise.all(workers.map((worker) => worker.beat()))
    const [a, b, c, d] = workers
    if (!a || !b || !c || !d) throw new Error('No workers')
    // Who is idle takes one of the three and nothing else, as long as it runs.
    const [suspect, ...more] = await a.claim(5)
    expect([suspect?.crashes, more]).toEqual([2, []])
    expect(await a.claim(5)).toEqual([])
    const others = [...(await b.claim(5)), ...(await c.claim(5))]
    expect(others.map(({ crashes }) => crashes)).toEqual([2, 2])
    expect((await d.claim(5)).map(({ exec }) => exec)).toEqual([fresh])

    await silence(site.pool, a.id)
    // The others live.
    await Promise.all([b, c, d].map((worker) => worker.beat()))
    expect(await sweeper.sweep()).toBe(1)
    expect((await site.show(String(suspect?.exec))).error?.code).toBe('poison')
    for (const [worker, claim] of [b, c].map((worker, index) => [worker, others[index]] as const)) {
      if (claim) await worker.complete([claim])
    }
    const ends = await Promise.all(ids.map(async (id) => (await site.show(id)).status))
    expect(ends.sort()).toEqual(['completed', 'completed', 'failed'])
    await site.control(fresh, 'stop')
  })
})
