import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { textAnswer } from '../support/fakeOpenAI.js'
import { copies } from '../support/graphs.js'
import { startSite, type GuaranteeSite } from './support/site.js'

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'paid answers', leaseSeconds: 5 })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

describe('an answer that was paid for', () => {
  it('should be stored before anybody looks at it, also when nobody can use it', async () => {
    site.fake.respond(() => textAnswer({ text: 'I would rather talk about the weather.' }))
    const id = await site.launch(copies(1))
    await site.startSurvivor()
    const { error, totals } = await site.waitUntil(id, 'failed')
    expect(error?.nodeId).toBe('copy')
    const calls = await site.sql<{ state: string; text: string; cost: string }>(
      `select state, response ->> 'text' as text, cost from payload_workflows.call where exec = $1`,
      [id],
    )
    const paid = Object.values(site.fake.callsByKey())
    expect(calls).toHaveLength(paid.length)
    for (const { state, text } of calls) {
      expect([state, text]).toEqual(['succeeded', 'I would rather talk about the weather.'])
    }
    // One request each, and the bill says so though there is nothing to show for it.
    expect(paid).toEqual(paid.map(() => ({ started: 1, answered: 1 })))
    expect(totals.cost).toBeCloseTo(calls.reduce((sum, { cost }) => sum + Number(cost), 0))
    expect(totals.cost).toBeGreaterThan(0)
  })

  it('should be stored with its document to the letter, whatever signs it holds', async () => {
    const title = String.raw`It's "a\b" $1 ?; '); drop table documents; --`
    const body = `${title}\n\n\\' \\\\ $$ E'x' “ü” 🙂 \u2028 end`
    site.fake.respond(() => textAnswer({ text: JSON.stringify({ title, body }) }))
    const id = await site.launch(copies(1))
    await site.startSurvivor()
    const { jobs, outputs } = await site.waitUntil(id, 'completed')
    expect(jobs[0]?.output).toMatchObject({ title, text: body })
    expect(outputs.documents.map((document) => document.title)).toEqual([title])
    const [made] = await site.sql(`select title from documents where title = $1`, [title])
    expect(made).toEqual({ title })
  })
})
