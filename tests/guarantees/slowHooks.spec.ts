import { setTimeout as work } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { copies } from '../support/graphs.js'
import { startSite, type GuaranteeSite } from './support/site.js'

/** Longer than the server keeps a transaction that it hears nothing of: what a slow upload does, not a wait of ours. */
const SLOW_MS = 10_000

let site: GuaranteeSite
let runs = 0
beforeAll(async () => {
  site = await startSite({ name: 'slow_hooks', leaseSeconds: 5 })
  site.engine.payload.collections.documents?.config.hooks.afterChange.push(async () => {
    runs += 1
    await work(SLOW_MS)
  })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const made = async () => (await site.sql('select 1 from documents')).length

describe('a hook of the site that works for longer than a frozen worker is waited for', () => {
  it('should be waited for, and its document made once', async () => {
    const id = await site.launch(copies(2))
    await site.startSurvivor()
    const { jobs } = await site.waitUntil(id, 'completed', 40_000)
    expect(jobs.map(({ attempts }) => attempts)).toEqual([1, 1])
    expect(await made()).toBe(2)
    expect(runs).toBe(2)
  })

  it('should fail the step by name when it takes longer than the site allows, with nothing made', async () => {
    const { limits } = site.engine.site.options
    limits.documentSeconds = 1
    const before = { made: await made(), asked: site.fake.requests.length }
    const id = await site.launch(copies(1))
    await site.startSurvivor()
    const { error } = await site.waitUntil(id, 'failed', 40_000)
    expect(error).toMatchObject({ nodeId: 'copy', code: 'document_too_slow' })
    expect(error?.message).toContain('longer than 1 s')
    expect(await made()).toBe(before.made)
    // Run once, not again and again in the name of a database that was never away.
    expect(runs).toBe(3)
    expect(site.fake.requests.length).toBe(before.asked + 1)
  })
})
