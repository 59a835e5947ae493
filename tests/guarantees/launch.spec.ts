import { randomUUID } from 'node:crypto'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { chain, copies } from '../support/graphs.js'
import { restAs } from '../support/payload.js'
import { startProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'launch', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const counts = async () => {
  const [row] = await site.sql(`select
    (select count(*)::int from payload_workflows.execution) as executions,
    (select count(*)::int from workflow_executions) as shown,
    (select count(*)::int from payload_workflows.job) as jobs,
    (select count(*)::int from payload_workflows.event) as events`)
  return row
}

describe('launching', () => {
  it('should make one execution of one idempotency key, however often it is sent at once', async () => {
    const send = await restAs(site.engine.payload, 'demo@example.com')
    const template = await site.template(chain(3))
    for (let round = 0; round < 5; round += 1) {
      const idempotencyKey = randomUUID()
      const before = await counts()
      const answers = await Promise.all(
        Array.from({ length: 20 }, async () => {
          const json = { template, params: {}, idempotencyKey }
          const answer = await send('/workflows/executions/launch', { json })
          return { status: answer.status, id: ((await answer.json()) as { id: string }).id }
        }),
      )
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
      expect((await counts())?.executions).toBe(Number(before?.executions) + 1)
    }
    const survivor = await site.startSurvivor()
    expect(survivor.id).toContain('survivor')
    const rows = await site.sql<{ id: string }>('select id from payload_workflows.execution')
    for (const { id } of rows) await site.waitUntil(id, 'completed')
  })

  it('should leave nothing behind when the launching process dies, and launch once when asked again', async () => {
    const template = await site.template(copies(1))
    const input = { template, idempotencyKey: randomUUID() }
    const task = { kind: 'launch' as const, user: site.user, input }
    const before = await counts()

    const first = await startProcess({ site, task, crash: 'launch_before_commit' })
    expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' })
    expect(await counts()).toEqual(before)

    const second = await startProcess({ site, task })
    expect((await second.exited).code, second.output()).toBe(0)
    const id = /DONE (\S+)/.exec(second.output())?.[1]
    expect(await site.launch(copies(1), input)).toBe(id)
    expect((await counts())?.executions).toBe(Number(before?.executions) + 1)

    await site.startSurvivor()
    const { outputs } = await site.waitUntil(String(id), 'completed')
    expect(outputs.documents).toHaveLength(1)
  })

  it('should leave none of its rows behind when somebody deletes the execution by hand', async () => {
    const id = await site.launch(copies(2))
    const rows = async () => {
      const tables = ['node_run', 'job', 'event']
      const counted = await Promise.all(
        tables.map((table) =>
          site.sql(`select 1 from payload_workflows.${table} where exec = $1`, [id]),
        ),
      )
      return counted.map(({ length }) => length)
    }
    expect(await rows()).toEqual([1, 2, 1])
    await site.sql(`delete from agent_jobs where execution_id = $1`, [id])
    await site.sql(`delete from workflow_executions where id = $1`, [id])
    await site.sql('delete from payload_workflows.execution where id = $1::uuid', [id])
    expect(await rows()).toEqual([0, 0, 0])
  })
})
