import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Claim } from '../../src/plugins/workflows/db/types.js'

import { outOfMoney, textAnswer } from '../support/fakeOpenAI.js'
import { chain, copies } from '../support/graphs.js'
import { gate, waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { silence, sqlWorker } from './support/sqlWorker.js'
import { rounds } from './support/tier.js'

const ROUNDS = rounds({ test: 20, nightly: 200, release: 1_000 })

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'zombie' })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const documents = async () =>
  Number((await site.sql<{ n: string }>('select count(*) as n from documents'))[0]?.n)

const job = async (id: string) => {
  const [row] = await site.sql<{ state: string; owner: string | null; fence: string }>(
    'select state, owner, fence from payload_workflows.job where exec = $1',
    [id],
  )
  return row
}

/** A connection of a worker, Payload's (for documents) or the engine's own, that waits for a lock. */
const isBlocked = async (connection = 'payload-workflows worker%') => {
  const rows = await site.sql(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
       and application_name like $1`,
    [connection],
  )
  return rows.length > 0
}

/** Locks an execution. `handOver` gives its job to somebody who never beats, and lets go. */
async function hold(id: string): Promise<{ handOver: () => Promise<void> }> {
  const lock = await site.pool.connect()
  await lock.query('begin')
  await lock.query('select 1 from payload_workflows.execution where id = $1 for update', [id])
  return {
    handOver: async () => {
      await lock.query(
        `update payload_workflows.job set owner = 'thief', fence = nextval('payload_workflows.fence')
         where exec = $1`,
        [id],
      )
      await lock.query('commit')
      lock.release()
    },
  }
}

describe('a worker that is frozen past its lease', () => {
  it('should change nothing when it wakes, though its call was answered meanwhile', async () => {
    const before = await documents()
    const late = gate()
    const asked = site.fake.requests.length
    site.fake.respond((request) =>
      request.number > asked + 1
        ? textAnswer({ text: JSON.stringify({ title: 'Second', body: 'Of the other worker.' }) })
        : async (exchange) => {
            await late.passed
            const text = JSON.stringify({ title: 'First', body: 'Of the zombie.' })
            await textAnswer({ text })(exchange)
          },
    )
    const id = await site.launch(copies(1))
    const zombie = await startWorkerProcess(site)
    await waitFor('the first call', () => site.fake.requests.length > asked)
    zombie.kill('SIGSTOP')
    await site.startSurvivor()
    await site.waitUntil(id, 'completed')
    const finished = await job(id)

    late.open()
    zombie.kill('SIGCONT')
    await waitFor('the zombie to beat again', async () => {
      const rows = await site.sql(
        `select 1 from payload_workflows.worker where id = $1 and beat_at > clock_timestamp() - interval '1 second'`,
        [zombie.id],
      )
      return rows.length > 0
    })
    // It works again, and for others: whatever it had to say of the old job is said by now.
    const next = await site.launch(chain(5))
    await site.waitUntil(next, 'completed')
    expect(await job(id)).toEqual(finished)
    expect(await documents()).toBe(before + 1)
    const { outputs } = await site.show(id)
    expect(outputs.documents.map(({ title }) => title)).toEqual(['Second'])
    expect(zombie.isAlive(), zombie.output()).toBe(true)
  })

  it('should be refused when it completes a job that somebody else holds by then', async () => {
    const before = await documents()
    const id = await site.launch(copies(1))
    const held = await hold(id)
    const zombie = await startWorkerProcess(site)
    await waitFor('its completion to wait for the lock', () => isBlocked())
    // While its document lies in an open transaction, the job changes hands.
    await held.handOver()
    // The thief never beats, so the job comes back to those that live.
    await site.waitUntil(id, 'completed')
    expect(await documents()).toBe(before + 1)
    expect((await job(id))?.owner).toBe(zombie.id)
    const [effect] = await site.sql<{ same: boolean }>(
      `select f.fence = j.fence as same from payload_workflows.effect f
       join payload_workflows.job j using (exec, node, idx) where exec = $1`,
      [id],
    )
    expect(effect?.same).toBe(true)
    // The paid answer was kept though the completion was not.
    const paid = Object.values(site.fake.callsByKey()).at(-1)
    expect(paid).toEqual({ started: 1, answered: 1 })
  })

  it('should not pause for want of money what somebody else holds by then', async () => {
    const late = gate()
    const asked = site.fake.requests.length
    site.fake.respond(({ number }) =>
      number > asked + 1
        ? undefined
        : async (exchange) => {
            await late.passed
            await outOfMoney()(exchange)
          },
    )
    const id = await site.launch(copies(1))
    await startWorkerProcess(site)
    await waitFor('the first call', () => site.fake.requests.length > asked)
    const held = await hold(id)
    late.open()
    await waitFor('its pause to wait for the lock', () =>
      isBlocked('payload_workflows:worker:durable'),
    )
    await held.handOver()
    // The thief never beats, so the job comes back to the one that lives; the provider is asked again.
    await site.waitUntil(id, 'completed')
    const pauses = await site.sql(
      `select 1 from payload_workflows.event where exec = $1 and data @> '[{"action": "pause"}]'`,
      [id],
    )
    expect(pauses).toEqual([])
  })

  it('should not keep others from the job for ever when it is frozen inside its transaction', async () => {
    const before = await documents()
    const id = await site.launch(copies(1))
    const lock = await site.pool.connect()
    await lock.query('begin')
    await lock.query('lock table documents in share mode')
    const zombie = await startWorkerProcess(site)
    await waitFor('its document to wait for the lock', () => isBlocked())
    zombie.kill('SIGSTOP')
    const frozenAt = performance.now()
    await lock.query('commit')
    lock.release()
    // Its session now holds the effect and the document, and says nothing more.
    await site.startSurvivor()
    await site.waitUntil(id, 'completed')
    expect(performance.now() - frozenAt).toBeLessThan(15_000)
    zombie.kill('SIGCONT')
    const next = await site.launch(chain(5))
    await site.waitUntil(next, 'completed')
    expect(await documents()).toBe(before + 1)
    expect(zombie.isAlive(), zombie.output()).toBe(true)
  })
})

describe('the completion of a job', () => {
  it('should count once, and only from the one who holds it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await site.launch(chain(2))
      const old = sqlWorker(site.pool, `old ${round}`)
      const now = sqlWorker(site.pool, `now ${round}`)
      await Promise.all([old.beat(), now.beat()])
      const held = await old.claim()
      expect(held).toHaveLength(1)
      await silence(site.pool, old.id)
      expect(await now.sweep()).toBe(1)
      // Between the take-over and the next claim nobody holds it.
      expect((await old.complete(held)).results).toEqual(['fenced'])
      const mine = await now.claim()
      expect(mine[0]?.fence).toBeGreaterThan(held[0]?.fence ?? 0)

      expect((await old.complete(held)).results).toEqual(['fenced'])
      // The right number in the wrong hands, and the wrong number in the right ones.
      expect((await now.complete(mine, { as: old.id })).results).toEqual(['fenced'])
      expect((await now.complete(held)).results).toEqual(['fenced'])
      expect((await now.complete(mine)).results).toEqual(['ok'])
      expect((await now.complete(mine)).results).toEqual(['dup'])
      expect((await now.complete(mine, { ok: false })).results).toEqual(['dup'])
      expect((await old.complete(held)).results).toEqual(['fenced'])

      const { jobs, progress } = await site.show(id)
      expect(jobs.map(({ status }) => status).sort()).toEqual(['completed', 'pending'])
      expect(jobs[0]?.output).toEqual({ text: `by ${now.id}` })
      expect(progress.itemsDone).toBe(1)
      const rest = await now.claim()
      expect((await now.complete(rest)).results).toEqual(['ok'])
      await site.waitUntil(id, 'completed')
    }
  })

  it('should be refused after a stop', async () => {
    const id = await site.launch(chain(2))
    const worker = sqlWorker(site.pool, 'stopped')
    await worker.beat()
    const held = await worker.claim()
    await site.control(id, 'stop')
    expect((await worker.complete(held, { want: 5 })).results).toEqual(['fenced'])
    expect((await site.show(id)).status).toBe('stopped')
  })

  it('should not be hindered by a sweep that still sees an earlier holder', async () => {
    await Promise.all([site.launch(chain(1)), site.launch(chain(1))])
    const dead = sqlWorker(site.pool, 'dead')
    const heir = sqlWorker(site.pool, 'heir')
    await Promise.all([dead.beat(), heir.beat()])
    expect(await dead.claim(2)).toHaveLength(2)
    await silence(site.pool, dead.id)
    // The sweep reads that both are orphaned, and then has to wait at the first of them.
    const lock = await site.pool.connect()
    await lock.query('begin')
    await lock.query(`select 1 from agent_jobs where status = 'running' for update`)
    const sweeper = sqlWorker(site.pool, 'sweeper')
    const sweeping = sweeper.sweep()
    await waitFor('the sweep to wait', async () => {
      const rows = await site.sql(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows.length > 0
    })
    // Meanwhile the second has found a new holder.
    const [taken] = await site.sql<Claim>(
      `update payload_workflows.job j set owner = 'heir', fence = nextval('payload_workflows.fence'),
         claimed_at = clock_timestamp()
       from (select exec from payload_workflows.job where owner = 'dead' and state = 'running'
             for update skip locked) free where j.exec = free.exec
       returning j.exec, j.node, j.idx, j.fence::int`,
    )
    await lock.query('commit')
    lock.release()
    expect(await sweeping).toBe(1)
    if (!taken) throw new Error('Both were held')
    expect((await heir.complete([taken])).results).toEqual(['ok'])
    const rest = await heir.claim(2)
    expect((await heir.complete(rest)).results).toEqual(['ok'])
  })
})
