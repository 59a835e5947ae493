import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startSite, type GuaranteeSite } from './support/site.js'

interface Claimed {
  exec: string
  node: string
  idx: number
  gen: number
  fence: number
}

const OWNER = 'the next worker'

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'late answer' })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const begin = (claim: Claimed, key: string) =>
  site.pool
    .query<{ answer: { state: string; response?: unknown } }>(
      'select payload_workflows.begin_call($1::jsonb) as answer',
      [JSON.stringify({ ...claim, key, owner: OWNER, step: 'text', provider: 'fake' })],
    )
    .then(({ rows }) => rows[0]?.answer)

describe('an answer of an overtaken worker', () => {
  it('should be taken, and not be paid for again, when it is stored in the moment the call begins', async () => {
    const id = await site.launch(copies(1))
    const [taken] = await site.sql<{ claims: Claimed[] }>(
      `select payload_workflows.claim($1, 1) as claims`,
      [OWNER],
    )
    const [claim] = taken?.claims ?? []
    if (!claim) throw new Error('The job was not claimed.')
    const key = `${id}/late`
    expect(await begin(claim, key)).toEqual({ state: 'go' })

    const overtaken = await site.pool.connect()
    try {
      await overtaken.query('begin')
      await overtaken.query('select payload_workflows.finish_call($1::jsonb, null)', [
        JSON.stringify({
          key,
          response: { text: 'Paid for' },
          model: 'm',
          tokensIn: 0,
          tokensOut: 0,
          cost: 0,
          provider: 'fake',
        }),
      ])
      // It has looked and found nothing stored; now it waits for the row.
      const answer = begin(claim, key)
      await waitFor('the second call to wait', async () => {
        const rows = await site.sql(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        return rows.length > 0
      })
      await overtaken.query('commit')
      expect(await answer).toMatchObject({ state: 'stored', response: { text: 'Paid for' } })
    } finally {
      overtaken.release()
    }
    const [call] = await site.sql<{ starts: number }>(
      'select starts from payload_workflows.call where key = $1',
      [key],
    )
    expect(call?.starts).toBe(1)
    await site.control(id, 'stop')
  })
})
