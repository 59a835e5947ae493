import { performance } from 'node:perf_hooks'

import type { BenchSite } from './site.js'

import { startWorker } from '../../src/jobs/worker.js'
import { chain, copies, fan } from '../../tests/support/graphs.js'
import { spread } from './figures.js'
import { countStatements } from './statements.js'

/** Jobs a second, what one costs in SQL, and how soon an idle worker wakes; one worker in this process. */
export async function measureThroughput(site: BenchSite): Promise<Record<string, unknown>> {
  const worker = await startWorker({ payload: site.payload, concurrency: 10 })
  const results: Record<string, unknown> = {}
  const idle = await site.prepare(chain(1))
  const tenSteps = await site.prepare(chain(10))
  const wide = await site.prepare(fan(50))
  const twentyCopies = await site.prepare(copies(20))
  for (let round = 0; round < 5; round += 1) await site.untilEnded([await tenSteps()])

  results.wakeUpMs = await wakeUp(site, idle, 40)
  results.chainOf10IdleMs = spread(await durations(site, tenSteps, 20))
  results.sqlPerJobIdleChain = await countStatements(site, 100, async () => {
    for (let round = 0; round < 10; round += 1) await site.untilEnded([await tenSteps()])
  })
  results.noOpJobsPerSecond = {
    oneExecutionOf50: await rate(site, wide, { executions: 1, jobsEach: 53, rounds: 5 }),
    fiftyExecutionsOf10: await rate(site, tenSteps, { executions: 50, jobsEach: 10, rounds: 3 }),
  }
  results.sqlPerJobUnderLoad = await countStatements(site, 500, async () => {
    await site.untilEnded(await Promise.all(Array.from({ length: 50 }, tenSteps)))
  })
  results.documentsPerSecond = {
    oneExecutionOf20: await rate(site, twentyCopies, { executions: 1, jobsEach: 20, rounds: 3 }),
    tenExecutionsOf20: await rate(site, twentyCopies, { executions: 10, jobsEach: 20, rounds: 1 }),
  }
  await worker.stop()
  return results
}

/** From the answered launch to the claim, by the database's own clock. */
async function wakeUp(site: BenchSite, launch: () => Promise<string>, rounds: number) {
  const ids: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const id = await launch()
    ids.push(id)
    await site.untilEnded([id])
  }
  const { rows } = await site.pool.query<{ ms: number }>(
    `select (extract(epoch from j.claimed_at - e.created_at) * 1000)::float8 as ms
     from payload_workflows.job j join payload_workflows.execution e on e.id = j.exec where e.id = any ($1::uuid[])`,
    [ids],
  )
  return spread(rows.map(({ ms }) => ms))
}

/** From launch to the last job's end, by the database's own clock. */
async function durations(site: BenchSite, launch: () => Promise<string>, rounds: number) {
  const ids: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const id = await launch()
    ids.push(id)
    await site.untilEnded([id])
  }
  const { rows } = await site.pool.query<{ ms: number }>(
    `select (extract(epoch from max(v.at) - min(e.created_at)) * 1000)::float8 as ms from payload_workflows.event v
     join payload_workflows.execution e on e.id = v.exec where e.id = any ($1::uuid[]) group by e.id`,
    [ids],
  )
  return rows.map(({ ms }) => ms)
}

async function rate(
  site: BenchSite,
  launch: () => Promise<string>,
  { executions, jobsEach, rounds }: { executions: number; jobsEach: number; rounds: number },
): Promise<ReturnType<typeof spread>> {
  const rates: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    const ids = await Promise.all(Array.from({ length: executions }, launch))
    await site.untilEnded(ids)
    rates.push((executions * jobsEach * 1_000) / (performance.now() - start))
  }
  return spread(rates)
}
