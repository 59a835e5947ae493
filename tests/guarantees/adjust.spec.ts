import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { chain } from '../support/graphs.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { sqlWorker } from './support/sqlWorker.js'

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'adjust', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const job = async (id: string) => {
  const [row] = await site.sql<{ state: string; gen: number }>(
    'select state, gen from payload_workflows.job where exec = $1',
    [id],
  )
  return row
}

describe('a step that is tried again and adjusted before it begins', () => {
  it('should stay another try: answers of the first one are not used for the new config', async () => {
    const id = await site.launch(chain(2))
    const worker = sqlWorker(site.pool, 'adjusted')
    await worker.beat()
    await worker.complete(await worker.claim(), { ok: false })
    await site.mend(id, 'retry-node', 'step1')
    await site.control(id, 'pause')
    expect(await job(id)).toEqual({ state: 'held', gen: 1 })

    const [{ plan, snapshot, params } = { plan: '', snapshot: {}, params: {} }] = await site.sql<{
      plan: string
      snapshot: object
      params: object
    }>(
      `select e.plan, x.snapshot, x.params from payload_workflows.execution e
       join workflow_executions x on x.id = e.id::text where e.id = $1`,
      [id],
    )
    const change = { exec: id, plan, changed: ['step1'], params, snapshot }
    await site.sql('select payload_workflows.adjust($1::jsonb, $2)', [
      JSON.stringify(change),
      site.user,
    ])
    // The number of the try is part of the key under which paid answers are kept.
    expect(await job(id)).toEqual({ state: 'held', gen: 1 })

    await site.control(id, 'resume')
    await worker.complete(await worker.claim())
    await worker.complete(await worker.claim())
    await site.waitUntil(id, 'completed')
  })
})
