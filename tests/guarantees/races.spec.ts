import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Claim } from '../../src/plugins/workflows/db/types.js'

import { poolExecutor } from '../../src/plugins/workflows/db/executor.js'
import { decideReview } from '../../src/plugins/workflows/db/statements/decideReview.js'
import { releaseJob } from '../../src/plugins/workflows/db/statements/releaseJob.js'
import { besideReview, chain, fan, reviewed } from '../support/graphs.js'
import { checkInvariants } from '../support/invariants.js'
import { randomFrom } from './support/random.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { silence, sqlWorker } from './support/sqlWorker.js'
import { rounds } from './support/tier.js'

/** Things that happen at the same time, and how many of them. */
const ACTORS = 6
const STEPS = Number(
  process.env.TEST_STEPS ?? rounds({ test: 150, nightly: 1_500, release: 10_000 }),
)
const ANSWERS = rounds({ test: 40, nightly: 400, release: 4_000 })
const SEED = Number(process.env.TEST_SEED ?? Date.now() % 1_000_000)

/** Its actors say that texts are done, and write none. */
const EXCEPT = ['17_made_recorded']

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'races', leaseSeconds: 5, except: EXCEPT })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const call = (name: string, ...args: unknown[]) =>
  site.sql<{ answer: { ok: boolean; status: string } }>(
    `select payload_workflows.${name}(${args.map((_, index) => `$${index + 1}`).join(', ')}) as answer`,
    args,
  )

const decide = (exec: string, decision: 'approve' | 'reject', by: string) =>
  decideReview(poolExecutor(site.pool), {
    decision: {
      exec,
      node: 'review',
      decision,
      by,
      byName: by,
      comment: null,
      output: { decision, count: 1, items: [] },
      items: 1,
      failed: decision === 'reject',
      error: decision === 'reject' ? { code: 'review_rejected', message: 'No.' } : null,
    },
    bells: 0,
  })

const NODES = ['step3', 'step5', 'branch1', 'branch7', 'join', 'end', 'copy', 'more', 'slow']

/** One actor: a worker that claims, forgets, fails and dies, and a person who presses every button. */
async function act(actor: number, ids: string[]): Promise<void> {
  const pick = randomFrom(SEED + actor)
  const one = <T>(from: T[]): T => from[pick(from.length)] as T
  let lives = 0
  let worker = sqlWorker(site.pool, `actor ${actor}`)
  await worker.beat()
  let held: Claim[] = []
  const actions: (() => Promise<unknown>)[] = [
    async () => held.push(...(await worker.claim(1 + pick(3)))),
    async () => {
      const done = held.splice(0, 1 + pick(3)).sort((a, b) => (a.exec < b.exec ? -1 : 1))
      if (done.length === 0) return
      const { results, claims } = await worker.complete(done, { want: pick(3), ok: pick(12) > 0 })
      held.push(...claims, ...done.filter((_, index) => results[index] === 'busy'))
    },
    async () => {
      const [claim] = held.splice(0, 1)
      if (!claim) return
      const gaveBack = { claim, owner: worker.id, delayMs: pick(2) * 50, error: null }
      const [counted, pause] = [pick(2) === 0, pick(10) === 0]
      await releaseJob(poolExecutor(site.pool), { ...gaveBack, counted, pause })
    },
    async () => {
      if (pick(4) > 0) return worker.sweep(held)
      await silence(site.pool, worker.id)
      lives += 1
      worker = sqlWorker(site.pool, `actor ${actor}, life ${lives}`)
      held = []
      return worker.beat()
    },
    () => call('control', one(ids), 'pause', 'test', 0),
    () => call('control', one(ids), 'resume', 'test', 0),
    () => (pick(20) === 0 ? call('control', one(ids), 'stop', 'test', 0) : sleep(1)),
    async () => {
      const [broken] = await site.sql<{ exec: string; node: string }>(
        `select exec, node from payload_workflows.node_run where exec = any ($1)
         and state in ('failed', 'cancelled') offset $2 limit 1`,
        [ids, pick(4)],
      )
      const action = pick(5) === 0 ? 'skip' : 'retry'
      const change = action === 'retry' ? [null] : []
      if (broken) await call(action, broken.exec, broken.node, 'test', 0, ...change)
    },
    () => (pick(6) === 0 ? call('skip', one(ids), one(NODES), 'test', 0) : sleep(1)),
    () => decide(one(ids), pick(3) === 0 ? 'reject' : 'approve', `actor ${actor}`),
    async () => {
      if (pick(6) > 0) return
      await site.sql(
        `update payload_workflows.execution set deadline_at = clock_timestamp()
         where id = $1 and deadline_at is not null`,
        [one(ids)],
      )
    },
  ]
  // Working is more frequent than pressing buttons.
  const often = [0, 0, 0, 1, 1, 1, 1, 2, 3, 3].map((index) => actions[index])
  for (let step = 0; step < STEPS; step += 1) await one([...often, ...actions])?.()
  await silence(site.pool, worker.id)
}

/** Presses on until nothing is left to do. */
async function finish(ids: string[]): Promise<void> {
  const worker = sqlWorker(site.pool, 'the last one')
  for (let turn = 0; turn < 400; turn += 1) {
    await worker.beat()
    const open = await site.sql<{ id: string; status: string }>(
      `select id, status from payload_workflows.execution where id = any ($1) and status not in ('completed', 'stopped')`,
      [ids],
    )
    if (open.length === 0) return
    for (const { id, status } of open) {
      if (status === 'paused' || status === 'pausing') {
        await call('control', id, 'resume', 'test', 0)
        await decide(id, 'approve', 'the last one')
      }
      const [broken] = await site.sql<{ node: string }>(
        `select node from payload_workflows.node_run where exec = $1 and state in ('failed', 'cancelled')`,
        [id],
      )
      if (broken) await call('retry', id, broken.node, 'test', 0, null)
    }
    await worker.sweep()
    const claims = await worker.claim(50)
    for (const claim of claims) await worker.complete([claim])
    if (claims.length === 0) await sleep(20)
  }
  throw new Error(`Some executions never end. TEST_SEED=${SEED}`)
}

describe('everything at once', () => {
  it('should never lock up, miscount or strand an execution', async () => {
    const graphs = [fan(9), chain(8), reviewed(), besideReview(), fan(5)]
    const ids: string[] = []
    for (let count = 0; count < 24; count += 1) {
      ids.push(await site.launch(graphs[count % graphs.length] ?? chain(2)))
    }
    // No deadlock, no refused transition: no statement may throw.
    await Promise.all(Array.from({ length: ACTORS }, (_, actor) => act(actor + 1, ids)))
    expect(
      await checkInvariants(site.databaseUri, { except: EXCEPT }),
      `TEST_SEED=${SEED}`,
    ).toEqual([])
    await finish(ids)
    expect(
      await checkInvariants(site.databaseUri, { except: EXCEPT }),
      `TEST_SEED=${SEED}`,
    ).toEqual([])
  })
})

describe('a review', () => {
  it(`should take the first of several answers, ${ANSWERS} times`, async () => {
    for (let round = 0; round < ANSWERS; round += 1) {
      const id = await site.launch(reviewed())
      const worker = sqlWorker(site.pool, `reviewed ${round}`)
      await worker.beat()
      await worker.complete(await worker.claim())
      const answers = await Promise.all([
        decide(id, 'approve', 'Anna'),
        decide(id, 'reject', 'Ben'),
        decide(id, 'approve', 'auto'),
        decide(id, 'reject', 'Ben'),
      ])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const [stored] = await site.sql<{ decision: string; decided_by: string }>(
        'select decision, decided_by from payload_workflows.review where exec = $1',
        [id],
      )
      // The losers learn who was first.
      for (const { ok, decision, by } of answers) {
        if (!ok) expect([decision, by]).toEqual([stored?.decision, stored?.decided_by])
      }
      await site.control(id, 'stop').catch(() => undefined)
    }
  })
})
