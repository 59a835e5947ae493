import { performance } from 'node:perf_hooks'

import type { BenchSite } from './site.js'

import { copies } from '../../tests/support/graphs.js'
import { hang } from '../../tests/support/fakeOpenAI.js'
import { waitFor } from '../../tests/support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../../tests/support/workerProcess.js'
import { spread } from './figures.js'

/** `kill -9` of the worker that holds a job → the job is claimed by another worker. Lease 5 s, the default. */
export async function measureTakeover(site: BenchSite, rounds: number): Promise<unknown> {
  const launch = await site.prepare(copies(1))
  const times: number[] = []
  const survivor = await startWorkerProcess(site, { concurrency: 4 })
  for (let round = 0; round < rounds; round += 1) {
    survivor.kill('SIGSTOP')
    warmWorkers(1)
    const victim = await startWorkerProcess(site, { concurrency: 4 })
    site.fake.respond(() => hang())
    const id = await launch()
    await waitFor('the victim to hold the job', () => claimedBy(site, id, victim.id))
    survivor.kill('SIGCONT')
    site.fake.respond(() => undefined)
    const start = performance.now()
    victim.kill('SIGKILL')
    await waitFor('another worker to hold it', () => claimedBy(site, id, survivor.id), {
      withinMs: 20_000,
    })
    times.push(performance.now() - start)
    await site.untilEnded([id])
  }
  survivor.kill('SIGKILL')
  return spread(times)
}

/** The answered stop → the provider sees its connection cut, in another process. */
export async function measureStop(site: BenchSite, rounds: number): Promise<unknown> {
  const launch = await site.prepare(copies(1))
  const worker = await startWorkerProcess(site, { concurrency: 4 })
  site.fake.respond(() => hang())
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = site.fake.requests.length
    const id = await launch()
    const request = await waitFor('the call', () => site.fake.requests[before] ?? null)
    const start = Date.now()
    await site.stopExecution(id)
    const abortedAt = await waitFor('the cut', () => request.abortedAt ?? null)
    times.push(Math.max(0, abortedAt - start))
  }
  site.fake.respond(() => undefined)
  worker.kill('SIGKILL')
  return spread(times)
}

async function claimedBy(site: BenchSite, id: string, owner: string): Promise<true | null> {
  const { rowCount } = await site.pool.query(
    `select from payload_workflows.job where exec = $1 and (owner = $2 and state in ('running', 'done'))`,
    [id, owner],
  )
  return rowCount ? true : null
}
