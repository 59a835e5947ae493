import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { campaign, chain } from '../support/graphs.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { rounds } from './support/tier.js'

/** F13 of the fault catalogue: graphile-worker's rows may be lost, doubled or freed at any time. */
const EXECUTIONS = rounds({ test: 3, nightly: 30, release: 100 })
const EVERY_MS = 20

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'bells', leaseSeconds: 5, latencyMs: 50 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const campaigns = () =>
  Promise.all(
    Array.from({ length: EXECUTIONS }, () => site.launch(campaign({ copies: 4, images: 1 }))),
  )

/** Does something to graphile-worker's jobs as long as the executions run. */
async function whileRunning(ids: string[], disturb: () => Promise<unknown>) {
  let isOver = false
  const disturbing = (async () => {
    while (!isOver) {
      await disturb()
      await sleep(EVERY_MS)
    }
  })()
  for (const id of ids) {
    const { jobs, outputs } = await site.waitUntil(id, 'completed', 60_000)
    expect(outputs.documents).toHaveLength(4)
    expect(jobs.map(({ attempts }) => attempts)).toEqual(jobs.map(() => 1))
  }
  isOver = true
  await disturbing
}

describe('the wake-up jobs of graphile-worker', () => {
  it('should not be missed when every one of them is lost', async () => {
    await Promise.all([startWorkerProcess(site), startWorkerProcess(site)])
    await whileRunning(await campaigns(), () =>
      site.sql('delete from graphile_worker._private_jobs'),
    )
  })

  it('should be done without within 5 s by a worker that nobody wakes', async () => {
    await startWorkerProcess(site)
    // Whatever is added is gone at once: the launch rings, and nobody hears it.
    await site.sql(`create function public.mute() returns trigger language plpgsql as
      $$ begin delete from graphile_worker._private_jobs; return null; end $$`)
    await site.sql(`create constraint trigger mute after insert on graphile_worker._private_jobs
      deferrable initially deferred for each row execute function public.mute()`)
    try {
      for (let round = 0; round < 3; round += 1) {
        const id = await site.launch(chain(3))
        await site.waitUntil(id, 'completed', 5_000)
      }
    } finally {
      await site.sql('drop function public.mute() cascade')
    }
  })

  it('should change nothing when they come five at a time, from pools that were declared dead', async () => {
    await Promise.all([startWorkerProcess(site), startWorkerProcess(site)])
    await whileRunning(await campaigns(), async () => {
      await site.sql(
        `select graphile_worker.add_job('payload_workflows_bell', '{}'::json) from generate_series(1, 5)`,
      )
      await site.sql(
        `select graphile_worker.force_unlock_workers(array_agg(pool_id)) from payload_workflows.worker
         where pool_id is not null having count(*) > 0`,
      )
    })
  })
})
