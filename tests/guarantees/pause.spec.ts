import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Claim } from '../../src/plugins/workflows/db/types.js'

import { besideReview, fan } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { sqlWorker } from './support/sqlWorker.js'
import { rounds } from './support/tier.js'

/** Rounds of each kind of race. */
const ROUNDS = rounds({ test: 40, nightly: 500, release: 5_000 })

let site: GuaranteeSite
beforeAll(async () => {
  // Its workers say that texts are done, and write none.
  site = await startSite({ name: 'pause', leaseSeconds: 5, except: ['17_made_recorded'] })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const pause = `select payload_workflows.control($1, 'pause', 'test', 0) as answer`
const resume = `select payload_workflows.control($1, 'resume', 'test', 0) as answer`

interface Answered {
  answer: { ok: boolean; status: string }
}

const statesOf = async (id: string) =>
  (
    await site.sql<{ state: string }>('select state from payload_workflows.job where exec = $1', [
      id,
    ])
  ).map(({ state }) => state)

/** Some statement of the test waits for a lock. */
const isBlocked = async () => {
  const rows = await site.sql(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

/** An execution with three ready jobs, and nothing else in the database that could be claimed. */
async function threeReady(round: number) {
  const id = await site.launch(fan(3))
  const worker = sqlWorker(site.pool, `worker ${round}`)
  await worker.beat()
  await worker.complete(await worker.claim())
  return { id, worker }
}

/** After the answer nothing is claimed any more; afterwards it goes on and ends well. */
async function expectPaused({
  id,
  worker,
  status,
}: Awaited<ReturnType<typeof threeReady>> & { status: string | undefined }) {
  const running = (await statesOf(id)).filter((state) => state === 'running')
  expect(status).toBe(running.length > 0 ? 'pausing' : 'paused')
  expect(await worker.claim(5)).toEqual([])
  expect((await statesOf(id)).filter((state) => state === 'running')).toEqual(running)
  const held = await site.sql<{ exec: string; node: string; idx: number; fence: number }>(
    `select exec, node, idx, fence::int from payload_workflows.job where exec = $1 and state = 'running'`,
    [id],
  )
  for (const claim of held) {
    const done = await worker.complete([claim as never], { want: 5 })
    expect(done).toEqual({ results: ['ok'], claims: [] })
  }
  expect((await site.show(id)).status).toBe('paused')
  await site.sql(resume, [id])
  for (let steps = 0; steps < 10; steps += 1) {
    const next = await worker.claim(5)
    if (next.length === 0) break
    await worker.complete(next)
  }
  expect((await site.show(id)).status).toBe('completed')
}

describe('pause', () => {
  it(`should be strict when a claim comes in the same moment, ${ROUNDS} times`, async () => {
    const seen = { paused: 0, pausing: 0 }
    for (let round = 0; round < ROUNDS; round += 1) {
      const execution = await threeReady(round)
      const [, answered] = await Promise.all([
        execution.worker.claim(2),
        site.sql<Answered>(pause, [execution.id]),
      ])
      const status = answered[0]?.answer.status
      seen[status === 'paused' ? 'paused' : 'pausing'] += 1
      await expectPaused({ ...execution, status })
    }
    console.log(`pause against claim: ${JSON.stringify(seen)}`)
  })

  it(`should wait for a claim that is not committed yet, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const execution = await threeReady(round)
      const open = await site.pool.connect()
      await open.query('begin')
      const claimed = await sqlWorker(open, execution.worker.id).claim(2)
      expect(claimed).toHaveLength(2)
      const pausing = site.sql<Answered>(pause, [execution.id])
      await waitFor('the pause to wait for the claim', isBlocked, { everyMs: 1 })
      // A third of the claims never happened after all.
      await open.query(round % 3 === 0 ? 'rollback' : 'commit')
      open.release()
      const status = (await pausing)[0]?.answer.status
      expect(status).toBe(round % 3 === 0 ? 'paused' : 'pausing')
      await expectPaused({ ...execution, status })
    }
  })

  it(`should let no claim pass while it is not committed yet, ${ROUNDS} times`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const execution = await threeReady(round)
      const open = await site.pool.connect()
      await open.query('begin')
      const { rows } = await open.query<Answered>(pause, [execution.id])
      // A claim never waits; one that did would have to wait for the end of the pause.
      const claiming = execution.worker.claim(5)
      let isAnswered = false
      void claiming.then(() => (isAnswered = true))
      await waitFor('the claim to be answered, or to wait', () => isAnswered || isBlocked(), {
        everyMs: 1,
      })
      await open.query('commit')
      open.release()
      expect(await claiming).toEqual([])
      await expectPaused({ ...execution, status: rows[0]?.answer.status })
    }
  })

  it('should hold what a completion plans while the pause is on its way', async () => {
    for (let round = 0; round < 40; round += 1) {
      const execution = await threeReady(round)
      const running = await execution.worker.claim(3)
      const [completed] = await Promise.all([
        execution.worker.complete(running, { want: 5 }),
        site.sql(pause, [execution.id]),
      ])
      // Planned before the pause it was handed out and runs; planned after, it is held.
      const states = (await statesOf(execution.id)).filter((state) => state !== 'done')
      expect(states).toEqual([completed.claims.length > 0 ? 'running' : 'held'])
      const status = completed.claims.length > 0 ? 'pausing' : 'paused'
      await expectPaused({ ...execution, status })
    }
  })

  it('should say that only a review is waited for, when all else ended before it was resumed', async () => {
    const id = await site.launch(besideReview())
    const worker = sqlWorker(site.pool, 'beside a review')
    await worker.beat()
    await worker.complete(await worker.claim())
    const [slow, draft] = (await worker.claim(2)).sort((a, b) => (a.node > b.node ? -1 : 1))
    await worker.complete([draft as Claim])
    await site.sql(pause, [id])
    await worker.complete([slow as Claim])
    expect(await site.show(id)).toMatchObject({ status: 'paused', pauseReason: 'user' })
    await site.sql(resume, [id])
    expect(await site.show(id)).toMatchObject({ status: 'paused', pauseReason: 'review' })
    const told = await site.sql<{ reason: string }>(
      `select d ->> 'pauseReason' as reason from payload_workflows.event, jsonb_array_elements(data) d
       where exec = $1 and d ->> 't' = 'execution' order by seq desc limit 1`,
      [id],
    )
    expect(told).toEqual([{ reason: 'review' }])
    await site.control(id, 'stop')
  })

  it.each(['retried', 'skipped'])(
    'should not hold what follows a step that is %s while only a review is waited for',
    async (mended) => {
      const id = await site.launch(besideReview({ after: true }))
      const worker = sqlWorker(site.pool, `mending ${mended}`)
      await worker.beat()
      await worker.complete(await worker.claim())
      for (const claim of await worker.claim(2)) {
        await worker.complete([claim], { ok: claim.node !== 'slow' })
      }
      expect(await site.show(id)).toMatchObject({ status: 'paused', pauseReason: 'review' })
      await site.mend(id, mended === 'retried' ? 'retry-node' : 'skip-node', 'slow')
      expect((await site.show(id)).status).toBe('running')
      expect((await worker.claim(2)).map(({ node }) => node)).toEqual([
        mended === 'retried' ? 'slow' : 'after',
      ])
      await site.control(id, 'stop')
    },
  )
})

describe('skip', () => {
  it('should wait for a claim that is not committed yet, and then leave its step alone', async () => {
    for (const isCommitted of [true, false]) {
      const id = await site.launch(besideReview())
      const worker = sqlWorker(site.pool, `skipping ${isCommitted}`)
      await worker.beat()
      await worker.complete(await worker.claim())
      const open = await site.pool.connect()
      await open.query('begin')
      const claims = await sqlWorker(open, worker.id).claim(2)
      expect(claims).toHaveLength(2)
      const skipping = site.sql<Answered>(
        `select payload_workflows.skip($1, 'slow', 'test', 0) as answer`,
        [id],
      )
      await waitFor('the skip to wait for the claim', isBlocked, { everyMs: 1 })
      await open.query(isCommitted ? 'commit' : 'rollback')
      open.release()
      expect((await skipping)[0]?.answer.ok).toBe(!isCommitted)
      for (const claim of isCommitted ? claims : await worker.claim(2)) {
        expect(await worker.complete([claim])).toMatchObject({ results: ['ok'] })
      }
      // The counters are right: the doctor looks at them after the test.
      await site.control(id, 'stop')
    }
  })
})
