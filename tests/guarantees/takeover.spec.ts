import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { campaign } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { rounds } from './support/tier.js'

/** The promise of features.md, with the default lease of 5 s. */
const LIMIT_MS = 10_000
const ROUNDS = rounds({ test: 2, nightly: 20, release: 50 })

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'takeover', leaseSeconds: 5, latencyMs: 400 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

interface Held {
  node: string
  idx: number
}

describe('a worker that dies in the middle of ten texts and five images', () => {
  it('should be replaced within 10 s, with nothing lost and nothing doubled', async () => {
    const took: number[] = []
    await site.startSurvivor({ concurrency: 2 })
    for (let round = 1; round <= ROUNDS; round += 1) {
      const victim = await startWorkerProcess(site, { concurrency: 6 })
      const id = await site.launch(campaign({ copies: 10, images: 5 }))
      const heldByVictim = () =>
        site.sql<Held>(
          `select node, idx from payload_workflows.job where exec = $1 and owner = $2 and state = 'running'`,
          [id, victim.id],
        )
      await waitFor('it to be in the middle', async () => {
        const { progress } = await site.show(id)
        return progress.itemsDone >= 3 && (await heldByVictim()).length >= 3
      })
      victim.kill('SIGKILL')
      await victim.exited
      const killedAt = performance.now()
      const left = await heldByVictim()
      expect(left.length).toBeGreaterThan(0)
      await waitFor(
        'another worker to run what it left',
        async () => {
          const rows = await site.sql<Held>(
            `select node, idx from payload_workflows.job
             where exec = $1 and owner <> $2 and state in ('running', 'done')`,
            [id, victim.id],
          )
          const taken = new Set(rows.map(({ node, idx }) => `${node} ${idx}`))
          return left.every(({ node, idx }) => taken.has(`${node} ${idx}`))
        },
        { withinMs: 3 * LIMIT_MS },
      )
      took.push(Math.round(performance.now() - killedAt))

      const { jobs, outputs } = await site.waitUntil(id, 'completed')
      expect(jobs.filter(({ status }) => status === 'completed')).toHaveLength(17)
      expect(new Set(outputs.documents.map((document) => document.id)).size).toBe(10)
      expect(new Set(outputs.media.map((medium) => medium.id)).size).toBe(5)
      const [rows] = await site.sql<{ documents: number; media: number; attached: number }>(
        `select (select count(*)::int from documents) as documents,
           (select count(*)::int from media) as media,
           (select count(*)::int from document_attachments) as attached`,
      )
      expect(rows).toEqual({ documents: 10 * round, media: 5 * round, attached: 10 * round })
      // A death counts as a crash, never as a try.
      expect(jobs.every(({ attempts }) => attempts === 1)).toBe(true)
    }
    console.log(`takeover after kill -9, lease 5 s: ${took.join(' and ')} ms`)
    expect(Math.max(...took)).toBeLessThan(LIMIT_MS)
  })
})
