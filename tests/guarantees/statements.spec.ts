import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { countSql, type SqlCost } from '../../bench/measure/sqlCost.js'
import { stepOutput } from '../../bench/peers/types.js'
import { chainGraph, fanGraph } from '../../bench/peers/engine/nodes.js'
import { type EngineSite, startEngineSite } from '../../bench/peers/engine/site.js'
import { createTestDatabase, type TestDatabase } from '../support/postgres.js'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 })

/**
 * What a job costs the database, counted by the database itself: counts are the same on a busy machine, times are
 * not. The numbers are what `engine-sql.md` section 6 calls must; `npm run bench` measures times and shows the aims.
 */
describe('cost of a job in SQL', () => {
  let database: TestDatabase
  let site: EngineSite

  beforeAll(async () => {
    database = await createTestDatabase('statements')
    site = await startEngineSite({ databaseUri: database.uri, ownProvider: false })
    await site.work(10)
    // Else one may begin between two counts, and pages be written whole in one of them only.
    await site.pool.query('checkpoint')
    // Plans are made and pages are written whole once: not what a job costs.
    await idleChains(10, 3)
    await chainsAtOnce(10, 20)
  })
  afterAll(async () => {
    await site.close()
    await database.drop()
  })

  /** One after the other, each launched when the one before is over. */
  async function idleChains(length: number, launches: number): Promise<void> {
    const { byEngine } = await site.prepare(chainGraph(length))
    for (let launch = 0; launch < launches; launch += 1) await site.untilEnded([await byEngine()])
  }
  async function chainsAtOnce(length: number, executions: number): Promise<void> {
    const { byEngine } = await site.prepare(chainGraph(length))
    await site.untilEnded(await Promise.all(Array.from({ length: executions }, byEngine)))
  }
  const count = (jobs: number, run: () => Promise<void>): Promise<SqlCost> =>
    countSql({ pool: site.pool, jobs, run })

  it('is at most 2 statements and 4 kB of log + twice the output in a chain at low load', async () => {
    const cost = await count(200, () => idleChains(10, 20))
    const outputBytes = JSON.stringify(stepOutput(1)).length
    expect(ofJobs(cost), explain(cost)).toBeLessThanOrEqual(2)
    expect(cost.walBytesOfStatements).toBeLessThanOrEqual(4_000 + 2 * outputBytes)
  })

  it('is at most 0.6 statements under load', async () => {
    const cost = await count(500, () => chainsAtOnce(10, 50))
    expect(ofJobs(cost), explain(cost)).toBeLessThanOrEqual(0.6)
  })

  it('is less than one statement where 50 jobs run side by side', async () => {
    const { byEngine } = await site.prepare(fanGraph(50, 0))
    const cost = await count(156, async () => {
      for (let time = 0; time < 3; time += 1) await site.untilEnded([await byEngine()])
    })
    expect(ofJobs(cost), explain(cost)).toBeLessThanOrEqual(1)
  })

  it('does not grow with the length of the graph', async () => {
    await idleChains(200, 1)
    const short = await count(200, () => idleChains(20, 10))
    const long = await count(200, () => idleChains(200, 1))
    expect(ofJobs(long), explain(long)).toBeLessThanOrEqual(ofJobs(short) * 1.2)
    expect(long.walBytesOfStatements).toBeLessThanOrEqual(short.walBytesOfStatements * 1.2)
    expect(long.blocks, explain(long)).toBeLessThanOrEqual(short.blocks * 1.2)
  })

  it('does not include one call of the Local API by the engine itself', async () => {
    const { db } = site.payload
    const calls = (['create', 'find', 'findOne', 'updateOne', 'updateMany', 'count'] as const).map(
      (name) => vi.spyOn(db, name),
    )
    await chainsAtOnce(10, 5)
    expect(calls.map((call) => call.mock.calls.length)).toEqual(calls.map(() => 0))
    calls.forEach((call) => call.mockRestore())
  })
})

/** Statements that the jobs caused; a slow machine has no more of them. */
const ofJobs = ({ statements, clockwork }: SqlCost): number => statements - clockwork

/** Beside a failure: which statements, how often a job. */
const explain = ({ top }: SqlCost): string =>
  top.map(({ calls, query }) => `${calls} ${query}`).join('\n')
