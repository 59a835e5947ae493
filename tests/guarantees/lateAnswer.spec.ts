import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { readEvents } from '../../src/plugins/workflows/db/statements/readEvents.js'
import { eventsOf } from '../../src/plugins/workflows/live/position.js'
import { callKey, callThroughLedger } from '../../src/plugins/workflows/runtime/callLedger.js'
import { FencedError } from '../../src/plugins/workflows/runtime/errors.js'
import { copies } from '../support/graphs.js'
import { waitFor } from '../support/waitFor.js'
import { startSite, type GuaranteeSite } from './support/site.js'
import { silence, sqlWorker } from './support/sqlWorker.js'

interface Claimed {
  exec: string
  node: string
  idx: number
  gen: number
  fence: number
}

const OWNER = 'the next worker'

/** What undici says when a request is made, before it looks for a connection. */
const REQUEST_MADE = 'undici:request:create'

let site: GuaranteeSite
beforeAll(async () => {
  site = await startSite({ name: 'late answer' })
})
afterEach(() => site.settle())
afterAll(() => site.stop())

const begin = (claim: Claimed, key: string, owner = OWNER) =>
  site.pool
    .query<{ answer: { state: string; response?: unknown } }>(
      'select payload_workflows.begin_call($1::jsonb) as answer',
      [JSON.stringify({ ...claim, key, owner, step: 'text', provider: 'fake' })],
    )
    .then(({ rows }) => rows[0]?.answer)

const NO_HINTS = {
  seed: '',
  params: {},
  index: 0,
  quantity: 1,
  nodeLabel: '',
  prompt: '',
  context: [],
}
const BILL = { model: 'm', tokensIn: 30, tokensOut: 4, cost: 0.25 }

const finish = (key: string, text = 'Too late') =>
  site.sql('select payload_workflows.finish_call($1::jsonb, null)', [
    JSON.stringify({ key, provider: 'fake', response: { text, finishReason: 'stop' }, ...BILL }),
  ])

const totals = async (id: string) => {
  const { tokensIn, tokensOut, cost } = (await site.show(id)).totals
  return { tokensIn, tokensOut, cost }
}
const billed = (times: number) => ({
  tokensIn: 30 * times,
  tokensOut: 4 * times,
  cost: 0.25 * times,
})

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

describe('the ledger’s yes in a process that was frozen meanwhile', () => {
  it.each(['before it was read', 'before the request left'] as const)(
    'should not be taken for one, when it slept %s: who has the job by then has asked the provider',
    async (when) => {
      const id = await site.launch(copies(1))
      const frozen = sqlWorker(site.pool, `frozen ${when}`)
      const next = sqlWorker(site.pool, `took over ${when}`)
      await Promise.all([frozen.beat(), next.beat()])
      const [claim] = await frozen.claim()
      if (!claim) throw new Error('The job was not claimed.')
      const key = callKey({ claim, step: 'write' })
      const { engine } = site
      const { durable } = engine.pools
      const freshMs = (site.leaseSeconds ?? 0) * 500
      const requests = site.fake.requests.length
      let asked = 0
      const query: typeof durable.query = async (statement) => {
        const rows = await durable.query<never>(statement)
        asked += 1
        if (asked > 1) return rows
        // It has said go: the lease runs out, another one asks and is answered.
        await silence(site.pool, frozen.id)
        expect(await next.sweep()).toBe(1)
        await site.sql(`update payload_workflows.job set next_at = now() where exec = $1`, [id])
        const [taken] = await next.claim()
        if (!taken) throw new Error('The job was not taken over.')
        expect(await begin(taken, key, next.id)).toEqual({ state: 'go' })
        await finish(key)
        if (when === 'before it was read') await sleep(freshMs)
        return rows
      }
      const provider = engine.providers.get()
      const answer = callThroughLedger({
        engine: {
          ...engine,
          beatAt: () => -Infinity,
          pools: { ...engine.pools, durable: { query } },
        },
        claim,
        owner: frozen.id,
        step: 'write',
        provider,
        call: async (call) => {
          const { signal } = new AbortController()
          // All of this process stands still between the making of the request and its leaving.
          const freeze = () => {
            unsubscribe(REQUEST_MADE, freeze)
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, freshMs)
          }
          if (when === 'before the request left') subscribe(REQUEST_MADE, freeze)
          const request = { messages: [], hints: NO_HINTS }
          const asking = provider.generateText(request, { ...call, signal })
          const { text: _text, finishReason: _reason, ...figures } = await asking
          return { ...figures, response: {}, blob: null, cost: 0 }
        },
      })
      await expect(answer).rejects.toThrow(FencedError)
      expect(site.fake.requests.length).toBe(requests)
      await site.control(id, 'stop')
    },
  )
})

describe('an answer that comes when its job is over', () => {
  it('should be in the bill, once, though the job was given up as poison', async () => {
    const id = await site.launch(copies(1))
    const sweeper = sqlWorker(site.pool, 'sweeper')
    const keys: string[] = []
    for (let death = 1; death <= 3; death += 1) {
      const frozen = sqlWorker(site.pool, `frozen ${death}`)
      await Promise.all([frozen.beat(), sweeper.beat()])
      const [claim] = await frozen.claim()
      if (!claim) throw new Error('The job was not claimed.')
      // Another step each, so that three answers are on their way when the third of them is given up.
      const key = `${id}/${death}`
      expect(await begin(claim, key, frozen.id)).toEqual({ state: 'go' })
      keys.push(key)
      if (death === 2) await finish(key)
      await silence(site.pool, frozen.id)
      expect(await sweeper.sweep()).toBe(1)
      await site.sql(`update payload_workflows.job set next_at = now() where state = 'ready'`)
    }
    expect((await site.show(id)).error?.code).toBe('poison')
    expect(await totals(id)).toEqual(billed(1))
    for (const key of [...keys, ...keys]) await finish(key)
    await sweeper.sweep()
    expect(await totals(id)).toEqual(billed(3))
    await sweeper.sweep()
    expect(await totals(id)).toEqual(billed(3))
    expect((await site.show(id)).jobs.map(({ cost }) => cost)).toEqual([0.75])
  })

  it('should be in the bill once when a retry uses it', async () => {
    const asked = site.fake.requests.length
    const id = await site.launch(copies(1))
    const holder = sqlWorker(site.pool, 'holder')
    await holder.beat()
    const [claim] = await holder.claim()
    if (!claim) throw new Error('The job was not claimed.')
    const key = callKey({ claim, step: 'write' })
    expect(await begin(claim, key, holder.id)).toEqual({ state: 'go' })
    await site.sql(`update payload_workflows.execution set deadline_at = now() where id = $1`, [id])
    await holder.sweep([claim])
    expect((await site.show(id)).error?.code).toBe('execution_timeout')
    await finish(key, JSON.stringify({ title: 'Late', body: 'But paid for.' }))
    await holder.sweep()
    expect(await totals(id)).toEqual(billed(1))

    await site.mend(id, 'retry-node', 'copy')
    await site.startSurvivor()
    const { outputs } = await site.waitUntil(id, 'completed')
    expect(outputs.documents.map(({ title }) => title)).toEqual(['Late'])
    expect(site.fake.requests.length).toBe(asked)
    expect(await totals(id)).toEqual(billed(1))
  })

  it('should be in the bill of an execution that was stopped', async () => {
    const id = await site.launch(copies(1))
    const holder = sqlWorker(site.pool, 'stopped holder')
    await holder.beat()
    const [claim] = await holder.claim()
    if (!claim) throw new Error('The job was not claimed.')
    expect(await begin(claim, `${id}/stopped`, holder.id)).toEqual({ state: 'go' })
    const { seq } = await site.control(id, 'stop')
    await finish(`${id}/stopped`)
    await holder.sweep()
    expect(await totals(id)).toEqual(billed(1))
    // Who follows the events hears of it once: the bill alone, because nothing else may happen after a stop.
    await holder.sweep()
    const rows = await readEvents(site.engine.pools.relaxed, { exec: id, after: seq })
    expect(rows.flatMap(eventsOf)).toEqual([
      {
        event: 'execution',
        id: String(seq + 1),
        data: { kind: 'progress', ...billed(1), at: expect.any(String) },
      },
    ])
    expect((await site.show(id)).seq).toBe(seq + 1)
  })
})
