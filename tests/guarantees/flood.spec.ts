import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  codeOf,
  copy,
  EXECUTIONS,
  flow,
  review,
  startWorkflowSite,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

/** Fault catalogue S11: what one person asks for is bounded, and the others do not feel it. */
const STREAMS = 1_000
const STREAMS_OF_A_USER = 20

/** Below this nobody feels anything, and twice of a few milliseconds is the noise of a busy machine. */
const UNFELT_MS = 150

let site: WorkflowSite
let execution: string

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'flood' })
  const launched = await site.run(
    flow([copy('posts', { quantity: 8 }), review('look')], 'posts>look'),
  )
  await site.until(launched.id, 'paused')
  execution = launched.id
})
afterAll(() => site.stop())

const readTime = async (who: Person): Promise<number> => {
  const start = performance.now()
  const { status } = await site.call(who, `${EXECUTIONS}?limit=20`)
  expect(status).toBe(200)
  return performance.now() - start
}
const p95 = async (who: Person, times = 60): Promise<number> => {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn += 1) taken.push(await readTime(who))
  return taken.toSorted((a, b) => a - b)[Math.floor(times * 0.95)] ?? 0
}

describe('a flood by one user', () => {
  it('should open twenty event streams of a thousand, and cost others nothing', async () => {
    await p95('editor', 10)
    const quiet = await p95('editor')
    const abort = new AbortController()
    const open = () =>
      site.fetch('viewer', `${EXECUTIONS}/${execution}/events`, {
        headers: { Accept: 'text/event-stream' },
        signal: abort.signal,
      })
    const answers: Response[] = []
    try {
      for (let at = 0; at < STREAMS; at += 100) {
        answers.push(...(await Promise.all(Array.from({ length: 100 }, open))))
      }
      const opened = answers.filter(({ status }) => status === 200)
      const refused = answers.filter(({ status }) => status === 409)
      expect([opened.length, refused.length]).toEqual([
        STREAMS_OF_A_USER,
        STREAMS - STREAMS_OF_A_USER,
      ])
      const body = (await refused[0]!.json()) as Refusal
      expect(codeOf({ body, status: 409, headers: new Headers() })).toBe('too_many_streams')
      const busy = await p95('editor')
      expect(busy).toBeLessThan(Math.max(2 * quiet, UNFELT_MS))
      // Another user still gets one of their own.
      const theirs = await site.fetch('editor', `${EXECUTIONS}/${execution}/events`, {
        headers: { Accept: 'text/event-stream' },
        signal: abort.signal,
      })
      expect(theirs.status).toBe(200)
      answers.push(theirs)
    } finally {
      abort.abort()
      await Promise.all(answers.map(({ body }) => body?.cancel().catch(() => undefined)))
    }
  }, 120_000)

  it('should leave others fast while it asks for everything at once, again and again', async () => {
    await p95('editor', 10)
    const quiet = await p95('editor')
    let flooding = true
    const flood = async () => {
      const paths = [
        `${EXECUTIONS}?limit=1000000`,
        '/workflow-executions?limit=1000000&depth=10&joins[jobs][limit]=1000000',
        '/agent-jobs?limit=1000000&depth=10',
      ]
      for (let turn = 0; flooding; turn += 1) {
        const { status } = await site.fetch('viewer', paths[turn % paths.length] ?? '')
        expect([200, 422]).toContain(status)
      }
    }
    const flooded = flood()
    const busy = await p95('editor')
    flooding = false
    await flooded
    expect(busy).toBeLessThan(Math.max(2 * quiet, UNFELT_MS))
  }, 120_000)
})
