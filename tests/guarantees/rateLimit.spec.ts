import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import {
  hang,
  outOfMoney,
  rateLimited,
  textAnswer,
  type RecordedRequest,
} from '../support/fakeOpenAI.js'
import { copies } from '../support/graphs.js'
import { gate, waitFor } from '../support/waitFor.js'
import { startWorkerProcess, warmWorkers } from '../support/workerProcess.js'
import { startSite, type GuaranteeSite } from './support/site.js'

let site: GuaranteeSite
beforeAll(async () => {
  warmWorkers(2)
  site = await startSite({ name: 'rate limit', leaseSeconds: 5 })
})
afterEach(async () => {
  await site.settle()
  await site.sql('delete from payload_workflows.provider_block')
})
afterAll(() => site.stop())

interface Block {
  until: Date
  ms: number
}

const block = () =>
  waitFor('the provider to be blocked', async () => {
    const [row] = await site.sql<Block>(
      `select blocked_until as until,
         (extract(epoch from blocked_until - clock_timestamp()) * 1000)::int as ms
       from payload_workflows.provider_block where blocked_until > clock_timestamp()`,
    )
    return row
  })

const since = (count: number): RecordedRequest[] => site.fake.requests.slice(count)

/** Two processes of their own and one in the test's. */
const threeWorkers = () =>
  Promise.all([
    startWorkerProcess(site, { concurrency: 3 }),
    startWorkerProcess(site, { concurrency: 3 }),
    site.startSurvivor({ concurrency: 3 }),
  ])

describe('a provider that says 429', () => {
  it('should be left alone by all workers for as long as it says, then be asked by one', async () => {
    await threeWorkers()
    site.fake.respond(() => rateLimited({ 'retry-after': '2' }))
    const first = await site.launch(copies(1))
    const { until } = await block()
    const others = [await site.launch(copies(8)), await site.launch(copies(8))]

    const asked = site.fake.requests.length
    const secondBlock = gate()
    const probe = gate()
    let round = 0
    site.fake.respond(() => {
      round += 1
      if (round === 1) return rateLimited({ 'retry-after-ms': '1200' })
      if (round > 2) return undefined
      return async (exchange) => {
        await probe.passed
        const text = JSON.stringify({ title: 'Probe', body: 'It works again.' })
        await textAnswer({ text })(exchange)
        secondBlock.open()
      }
    })
    await waitFor('the second try after the second block', () => since(asked).length === 2)
    const [again, tried] = since(asked)
    expect(again?.startedAt).toBeGreaterThanOrEqual(until.getTime())
    expect(Number(tried?.startedAt) - Number(again?.finishedAt)).toBeGreaterThanOrEqual(1_150)
    // While one asks, the other sixteen wait, though they look every half second.
    await waitFor(
      'time enough for all to look',
      () => Date.now() - Number(tried?.startedAt) > 1_500,
    )
    expect(since(asked)).toHaveLength(2)
    probe.open()
    await secondBlock.passed
    for (const id of [first, ...others]) {
      const { jobs } = await site.waitUntil(id, 'completed')
      // Waiting is no try.
      expect(jobs.map(({ attempts }) => attempts)).toEqual(jobs.map(() => 1))
    }
    expect(since(asked)).toHaveLength(1 + 17)
    expect(since(asked).filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it.each([
    { says: 'seconds', headers: () => ({ 'retry-after': '7' }), expected: 7_000 },
    { says: 'milliseconds', headers: () => ({ 'retry-after-ms': '3500' }), expected: 3_500 },
    {
      says: 'a date',
      headers: () => ({ 'retry-after': new Date(Date.now() + 9_000).toUTCString() }),
      expected: 8_500,
    },
    {
      says: 'when its window ends',
      headers: () => ({
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1m5s',
      }),
      expected: 65_000,
    },
    { says: 'nothing', headers: () => ({}), expected: 20_000 },
    { says: 'thirty years', headers: () => ({ 'retry-after': '1000000000' }), expected: 600_000 },
    { says: 'a negative number', headers: () => ({ 'retry-after': '-5' }), expected: 20_000 },
  ])('should be obeyed when it says $says', async ({ headers, expected }) => {
    await site.startSurvivor()
    const asked = site.fake.requests.length
    site.fake.respond(() => rateLimited(headers()))
    const id = await site.launch(copies(2))
    const { until } = await block()
    // From when the answer left; what is left when one looks is less on a busy machine.
    const ms = until.getTime() - Number(since(asked)[0]?.finishedAt)
    expect(ms).toBeGreaterThan(expected - 1_500)
    expect(ms).toBeLessThanOrEqual(expected + 1_000)
    await waitFor('both jobs to be given back', async () => {
      const { jobs } = await site.show(id)
      return jobs.every((job) => job.status === 'pending' && job.attempts === 0)
    })
    const [job] = (await site.show(id)).jobs
    expect(job?.error).toMatchObject({ code: 'rate_limited', retryAt: expect.any(String) })
    await site.control(id, 'stop')
    expect(since(asked).length).toBeLessThanOrEqual(2)
  })

  it('should not keep others waiting when the execution that probes it is stopped', async () => {
    await site.startSurvivor()
    site.fake.respond(() => rateLimited({ 'retry-after-ms': '300' }))
    const probing = await site.launch(copies(1))
    await block()
    const asked = site.fake.requests.length
    site.fake.respond(() => hang())
    await waitFor('the probe', () => since(asked).length === 1)
    site.fake.respond(() => undefined)
    await site.control(probing, 'stop')
    const other = await site.launch(copies(1))
    await site.waitUntil(other, 'completed', 10_000)
  })
})

describe('a provider that wants to be paid', () => {
  it('should be asked once, then the execution waits until a person resumes it', async () => {
    await threeWorkers()
    for (let round = 0; round < 12; round += 1) {
      const asked = site.fake.requests.length
      site.fake.respond(() => outOfMoney())
      const id = await site.launch(copies(1))
      const { pauseReason, jobs } = await site.waitUntil(id, 'paused')
      expect(pauseReason).toBe('budget')
      expect(jobs[0]).toMatchObject({ status: 'pending', error: { code: 'provider_billing' } })
      site.fake.respond(() => undefined)
      await site.control(id, 'resume')
      const done = await site.waitUntil(id, 'completed')
      expect(done.outputs.documents).toHaveLength(1)
      expect(since(asked).map(({ status }) => status)).toEqual([429, 200])
    }
  })
})
