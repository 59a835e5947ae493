import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { CRASH_POINTS, type CrashPoint } from '../../src/plugins/workflows/runtime/crashPoints.js'
import { campaign, copies, reviewed } from '../support/graphs.js'
import { startProcess, startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { silence } from './support/sqlWorker.js'

/** Points a worker passes on its way, and at which occurrence it dies there: texts come first, then images. */
const WORKER_POINTS: Partial<Record<CrashPoint, number[]>> = {
  after_claim: [1, 3],
  after_reserve: [1, 4],
  mid_http: [1],
  after_http: [1, 4],
  after_memo: [1, 4],
  tx_after_effect: [1, 5],
  tx_after_doc: [1, 4],
  tx_before_commit: [1, 5],
  after_commit: [1, 5],
  sweep_before_commit: [1],
}

/** Died here or later, the paid answer is in the database: nobody may ask for it again. */
const PAID: CrashPoint[] = [
  'after_memo',
  'tx_after_effect',
  'tx_after_doc',
  'tx_before_commit',
  'after_commit',
]

const CONTROL_POINTS: CrashPoint[] = [
  'launch_before_commit',
  'control_before_commit',
  'decide_before_commit',
]

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  // A sweep comes after about a second: the work must last that long.
  site = await startSite({ name: 'crash points', latencyMs: 150, leaseSeconds: 5 })
})
afterEach(async () => {
  warmWorkers(1)
  await site.settle()
})
afterAll(() => site.stop())

const made = async (id: string) => {
  const { jobs, outputs, status } = await site.show(id)
  const done = jobs.filter((job) => job.status === 'completed').length
  return {
    status,
    jobs: done,
    documents: new Set(outputs.documents.map((document) => document.id)).size,
    media: new Set(outputs.media.map((medium) => medium.id)).size,
  }
}

const rowsOf = async (table: 'documents' | 'media' | 'document_attachments') =>
  Number((await site.sql<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n)

const calls = (since: number) => {
  const keys = new Map<string, { started: number; answered: number }>()
  for (const { idempotencyKey, status } of site.fake.requests.slice(since)) {
    const count = keys.get(String(idempotencyKey)) ?? { started: 0, answered: 0 }
    keys.set(String(idempotencyKey), {
      started: count.started + 1,
      answered: count.answered + (status === 200 ? 1 : 0),
    })
  }
  return [...keys.values()]
}

describe('a worker that is killed', () => {
  const cases = Object.entries(WORKER_POINTS).flatMap(([point, occurrences]) =>
    occurrences.map((occurrence) => ({ point: point as CrashPoint, occurrence })),
  )

  it('should be killed at every point there is', () => {
    expect(new Set([...Object.keys(WORKER_POINTS), ...CONTROL_POINTS])).toEqual(
      new Set(CRASH_POINTS),
    )
  })

  it.each(cases)(
    'should lose and double nothing when it dies $point, time $occurrence',
    async ({ point, occurrence }) => {
      const asked = site.fake.requests.length
      const before = {
        documents: await rowsOf('documents'),
        media: await rowsOf('media'),
        attachments: await rowsOf('document_attachments'),
      }
      const id = await site.launch(campaign({ copies: 3, images: 2 }))
      // One slot, so that what is under way when it dies is exactly one thing.
      const crash = `${point}:${occurrence}` as const
      const victim = await startWorkerProcess(site, { crash, concurrency: 1 })
      expect(await victim.exited, victim.output()).toEqual({ code: null, signal: 'SIGKILL' })
      // How long a lease lasts is what other tests are about.
      await silence(site.pool)

      await site.startSurvivor()
      await site.waitUntil(id, 'completed')
      expect(await made(id)).toEqual({ status: 'completed', jobs: 7, documents: 3, media: 2 })
      expect({
        documents: await rowsOf('documents'),
        media: await rowsOf('media'),
        attachments: await rowsOf('document_attachments'),
      }).toEqual({
        documents: before.documents + 3,
        media: before.media + 2,
        attachments: before.attachments + 3,
      })
      const paid = calls(asked)
      expect(paid).toHaveLength(5)
      expect(paid.every(({ answered }) => answered >= 1)).toBe(true)
      const repeated = paid.filter(({ started }) => started > 1)
      if (PAID.includes(point)) expect(repeated).toEqual([])
      else expect(repeated.length).toBeLessThanOrEqual(1)
      expect(paid.every(({ started }) => started <= 2)).toBe(true)
    },
  )
})

describe('a process that is killed while it controls', () => {
  it('should leave the execution as it was when it dies before a pause is written', async () => {
    const id = await site.launch(copies(2))
    const task = { kind: 'control' as const, user: site.user, id, action: 'pause' as const }
    const process = await startProcess({ site, task, crash: 'control_before_commit' })
    expect(await process.exited).toEqual({ code: null, signal: 'SIGKILL' })
    expect((await site.show(id)).status).toBe('pending')
    expect((await site.control(id, 'pause')).status).toBe('paused')
    expect((await site.control(id, 'resume')).status).toBe('running')
    await site.startSurvivor()
    await site.waitUntil(id, 'completed')
  })

  it('should answer a due review once, though the first worker that tries dies', async () => {
    const id = await site.launch(reviewed({ afterMinutes: 60 }))
    const survivor = await site.startSurvivor()
    await site.waitUntil(id, 'paused')
    await survivor.stop()
    await site.sql(
      `update payload_workflows.review set auto_at = clock_timestamp() where exec = $1`,
      [id],
    )
    const victim = await startWorkerProcess(site, { crash: 'decide_before_commit' })
    expect(await victim.exited).toEqual({ code: null, signal: 'SIGKILL' })
    expect((await site.show(id)).status).toBe('paused')
    await site.startSurvivor()
    const { nodes } = await site.waitUntil(id, 'completed')
    expect(nodes.find((node) => node.id === 'review')?.review).toMatchObject({
      decision: 'approve',
      decidedBy: 'Automatic approval',
    })
    expect(await made(id)).toMatchObject({ documents: 2 })
  })
})
