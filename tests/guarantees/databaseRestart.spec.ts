import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { campaign } from '../support/graphs.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startOwnServer, type OwnServer } from './support/ownServer.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { rounds } from './support/tier.js'

/** F06 and F07 of the fault catalogue: how often the server dies, and how long it stays away. */
const CRASHES = rounds({ test: 3, nightly: 20, release: 100 })
const DOWN_MS = 2_000

let server: OwnServer
let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  server = await startOwnServer()
  site = await startSite({ name: 'database restart', leaseSeconds: 5, latencyMs: 150 })
})
afterEach(() => site.settle())
afterAll(async () => {
  await site.stop()
  await server.stop()
})

describe('a database that dies and comes back', () => {
  it('should cost time, and nothing else', async () => {
    const workers = await Promise.all([startWorkerProcess(site), startWorkerProcess(site)])
    for (let crash = 0; crash < CRASHES; crash += 1) {
      const ids = [
        await site.launch(campaign({ copies: 6, images: 2 })),
        await site.launch(campaign({ copies: 6, images: 2 })),
      ]
      // At another point of the work each time.
      await sleep((crash * 170) % 900)
      await server.crash({ downMs: (crash % 3) * (DOWN_MS / 2) })
      for (const id of ids) {
        const { jobs, outputs } = await site.waitUntil(id, 'completed', 45_000)
        expect(outputs.documents).toHaveLength(6)
        expect(outputs.media).toHaveLength(2)
        expect(jobs.every(({ attempts }) => attempts === 1)).toBe(true)
      }
    }
    for (const worker of workers) expect(worker.isAlive(), worker.output()).toBe(true)
  })
})
