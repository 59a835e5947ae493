import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { textAnswer } from '../support/fakeOpenAI.js'
import { copies } from '../support/graphs.js'
import { gate, waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'

const LEASE_SECONDS = 3
const HOUR_MS = 3_600_000

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'clocks', leaseSeconds: LEASE_SECONDS })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const holder = async (id: string) => {
  const [row] = await site.sql<{ owner: string | null; crashes: number }>(
    'select owner, crashes from payload_workflows.job where exec = $1',
    [id],
  )
  return row
}

/** A worker whose machine has the wrong time, in the middle of a call that ends when the gate is opened. */
async function inTheMiddle(clockMs: number) {
  const answer = gate()
  const asked = site.fake.requests.length
  site.fake.respond(() => async (exchange) => {
    await answer.passed
    await textAnswer({ text: JSON.stringify({ title: 'On time', body: 'In the end.' }) })(exchange)
  })
  const id = await site.launch(copies(1))
  const worker = await startWorkerProcess(site, { concurrency: 1, clockMs })
  await waitFor('the call', () => site.fake.requests.length > asked)
  return { id, worker, answer, calls: () => site.fake.requests.length - asked }
}

describe('a worker whose clock is wrong', () => {
  it.each([
    { says: 'an hour behind', clockMs: -HOUR_MS },
    { says: 'an hour ahead', clockMs: HOUR_MS },
  ])('should keep what it holds when it is $says', async ({ clockMs }) => {
    const { id, worker, answer, calls } = await inTheMiddle(clockMs)
    await site.startSurvivor()
    await waitFor('three leases to pass', async () => {
      const rows = await site.sql(
        `select 1 from payload_workflows.job where exec = $1
         and claimed_at < clock_timestamp() - make_interval(secs => $2)`,
        [id, 3 * LEASE_SECONDS],
      )
      // Taken from it, nobody need wait for the end.
      return rows.length > 0 || (await holder(id))?.owner !== worker.id
    })
    expect(await holder(id)).toEqual({ owner: worker.id, crashes: 0 })
    answer.open()
    const { jobs } = await site.waitUntil(id, 'completed')
    expect(jobs.map(({ attempts }) => attempts)).toEqual([1])
    expect(calls()).toBe(1)
  })

  it('should be replaced in time when it dies, though its clock was an hour ahead', async () => {
    const { id, worker, answer } = await inTheMiddle(HOUR_MS)
    worker.kill('SIGKILL')
    await worker.exited
    const diedAt = performance.now()
    answer.open()
    await site.startSurvivor()
    await site.waitUntil(id, 'completed')
    expect(performance.now() - diedAt).toBeLessThan(10_000)
    expect((await holder(id))?.crashes).toBe(1)
  })
})
