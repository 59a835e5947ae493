import type { PoolClient } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { fan } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { sqlWorker } from './support/sqlWorker.js'
import { rounds } from './support/tier.js'

/** C11 of the fault catalogue. */
const PAIRS = rounds({ test: 100, nightly: 1_000, release: 5_000 })
const CROWDS = rounds({ test: 10, nightly: 100, release: 500 })
const FIRSTS = rounds({ test: 40, nightly: 400, release: 2_000 })

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'merge', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

/** An execution of which all branches run and none is done. */
async function atTheMerge(width: number, options: Parameters<typeof fan>[1] = {}) {
  const id = await site.launch(fan(width, options))
  const worker = sqlWorker(site.pool, `worker of ${id}`)
  await worker.beat()
  const start = await worker.claim()
  const { claims } = await worker.complete(start, { want: width })
  expect(claims).toHaveLength(width)
  return { id, worker, branches: claims }
}

/** The join was planned once, runs once, and leads on once. */
async function expectOneJoin({ id, worker }: Awaited<ReturnType<typeof atTheMerge>>) {
  const joins = await site.sql<{ state: string; arrived: number; live: number; jobs: string }>(
    `select n.state, n.arrived, n.live, count(j.*) as jobs from payload_workflows.node_run n
     left join payload_workflows.job j using (exec, node)
     where n.exec = $1 and n.node = 'join' group by 1, 2, 3`,
    [id],
  )
  expect(joins).toMatchObject([{ state: 'active', jobs: '1' }])
  expect(joins[0]?.live).toBe(joins[0]?.arrived)
  const join = await worker.claim(5)
  expect(join.map(({ node }) => node)).toEqual(['join'])
  const end = await worker.complete(join, { want: 5 })
  expect(end.claims.map(({ node }) => node)).toEqual(['end'])
  expect((await worker.complete(join)).results).toEqual(['dup'])
  expect((await worker.complete(end.claims)).results).toEqual(['ok'])
  expect((await site.show(id)).status).toBe('completed')
}

const clients = (count: number): Promise<PoolClient[]> =>
  Promise.all(Array.from({ length: count }, () => site.pool.connect()))

describe('a merge', () => {
  it(`should run once when both branches complete in the same moment, ${PAIRS} times`, async () => {
    const [left, right] = await clients(2)
    if (!left || !right) throw new Error('No connections')
    try {
      for (let round = 0; round < PAIRS; round += 1) {
        const execution = await atTheMerge(2)
        const [a, b] = execution.branches
        if (!a || !b) throw new Error('No branches')
        const owner = execution.worker.id
        const answers = await Promise.all([
          sqlWorker(left, owner).complete([a]),
          sqlWorker(right, owner).complete([b]),
        ])
        expect(answers.flatMap(({ results }) => results)).toEqual(['ok', 'ok'])
        const again = await execution.worker.complete([a, b])
        expect(again.results).toEqual(['dup', 'dup'])
        await expectOneJoin(execution)
      }
    } finally {
      left.release()
      right.release()
    }
  })

  it(`should run once when one branch completes inside an open transaction, ${PAIRS} times`, async () => {
    const [left, right] = await clients(2)
    if (!left || !right) throw new Error('No connections')
    const { rows } = await right.query<{ pid: number }>('select pg_backend_pid() as pid')
    try {
      for (let round = 0; round < PAIRS; round += 1) {
        const execution = await atTheMerge(2)
        const [a, b] = execution.branches
        if (!a || !b) throw new Error('No branches')
        await left.query('begin')
        const first = await sqlWorker(left, execution.worker.id).complete([a])
        const second = sqlWorker(right, execution.worker.id).complete([b])
        await waitFor(
          'the second branch to wait for the first',
          async () => {
            const blocked = await site.sql<{ n: number }>(
              'select cardinality(pg_blocking_pids($1)) as n',
              [rows[0]?.pid],
            )
            return blocked[0]?.n
          },
          { everyMs: 1 },
        )
        // A third of them is rolled back: then only the second counts, and the first comes again.
        const isLost = round % 3 === 0
        await left.query(isLost ? 'rollback' : 'commit')
        expect([first.results, (await second).results]).toEqual([['ok'], ['ok']])
        if (isLost) expect((await execution.worker.complete([a])).results).toEqual(['ok'])
        await expectOneJoin(execution)
      }
    } finally {
      left.release()
      right.release()
    }
  })

  it(`should run once when twenty branches complete in the same moment, ${CROWDS} times`, async () => {
    const connections = await clients(20)
    try {
      for (let round = 0; round < CROWDS; round += 1) {
        const execution = await atTheMerge(20)
        const answers = await Promise.all(
          execution.branches.map((branch, index) =>
            sqlWorker(connections[index] ?? site.pool, execution.worker.id).complete([branch]),
          ),
        )
        expect(answers.every(({ results }) => results[0] === 'ok')).toBe(true)
        await expectOneJoin(execution)
      }
    } finally {
      for (const connection of connections) connection.release()
    }
  })

  it(`should run once, at the first branch, when it does not wait for all, ${FIRSTS} times`, async () => {
    const connections = await clients(3)
    try {
      for (let round = 0; round < FIRSTS; round += 1) {
        const execution = await atTheMerge(3, { waitForAll: false })
        const [first, ...later] = execution.branches.map(
          (branch, index) => () =>
            sqlWorker(connections[index] ?? site.pool, execution.worker.id).complete([branch]),
        )
        // Half the time the first one is alone, and the join is over before the others arrive.
        const isAlone = round % 2 === 0
        const early = await Promise.all((isAlone ? [first] : [first, ...later]).map((go) => go?.()))
        const join = await execution.worker.claim(5)
        expect(join.map(({ node }) => node)).toEqual(['join'])
        await execution.worker.complete(join)
        const late = await Promise.all((isAlone ? later : []).map((go) => go()))
        const results = [...early, ...late].flatMap((answer) => answer?.results ?? [])
        expect(results).toEqual(['ok', 'ok', 'ok'])
        const end = await execution.worker.claim(5)
        expect(end.map(({ node }) => node)).toEqual(['end'])
        await execution.worker.complete(end)
        expect((await site.show(execution.id)).status).toBe('completed')
      }
    } finally {
      for (const connection of connections) connection.release()
    }
  })

  it('should run once when real workers complete its branches', async () => {
    const survivors = [await site.startSurvivor({ concurrency: 6 }), await site.startSurvivor()]
    const ids = await Promise.all(Array.from({ length: 10 }, () => site.launch(fan(12))))
    for (const id of ids) {
      const { jobs } = await site.waitUntil(id, 'completed')
      expect(jobs.map(({ attempts }) => attempts)).toEqual(jobs.map(() => 1))
      expect(jobs).toHaveLength(15)
    }
    expect(survivors[0]?.id).not.toBe(survivors[1]?.id)
  })
})
