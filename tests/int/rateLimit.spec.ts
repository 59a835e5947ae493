import { createRequire } from 'node:module'

import { configToSchema } from '@payloadcms/graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  codeOf,
  copy,
  EXECUTIONS,
  flow,
  review,
  startWorkflowSite,
  TEMPLATES,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

// Payload requires graphql; vitest would import the package's other build, which is «another realm».
const { parse, specifiedRules, validate } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql')

/** Fault catalogue S11: what one person asks for is bounded, and the others do not feel it. */
const STREAMS = 1_000
const STREAMS_OF_A_USER = 20

/** Below this nobody feels anything, and twice of a few milliseconds is the noise of a busy machine. */
const UNFELT_MS = 150

let site: WorkflowSite
let execution: string
let errorsOf: (source: string) => string[]

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'rate_limit' })
  const { schema, validationRules } = configToSchema(site.payload.config)
  errorsOf = (source) => {
    // As Payload's handler does before anything is read.
    const rules = [...specifiedRules, ...validationRules({ variableValues: {} } as never)]
    return validate(schema, parse(source), rules).map(({ message }) => message)
  }
  const launched = await site.run(
    flow([copy('posts', { quantity: 8 }), review('look')], 'posts>look'),
  )
  await site.until(launched.id, 'paused')
  execution = launched.id
})
afterAll(() => site.stop())

const nested = (depth: number): string => {
  const inner =
    depth === 0 ? 'id' : `jobs(limit: 1000000) { docs { execution { ${nested(depth - 1)} } } }`
  return inner
}

describe('GraphQL', () => {
  it.each(['workflowExecution(id: "x") { id }', 'workflowExecutions { docs { id } }'])(
    'should refuse a thousand aliases before anything is read: %s',
    (field) => {
      const aliases = Array.from({ length: 1_000 }, (_, at) => `a${at}: ${field}`)
      expect(errorsOf(`{ ${aliases.join('\n')} }`).join()).toContain('complexity')
      expect(errorsOf(`{ ${aliases.slice(0, 10).join('\n')} }`)).toEqual([])
    },
  )

  it('should refuse jobs of executions of jobs, twenty levels and three, and allow what a screen needs', () => {
    for (const depth of [10, 3]) {
      const [message] = errorsOf(`{ WorkflowExecution(id: "x") { ${nested(depth)} } }`)
      expect(message).toContain('complexity')
    }
    expect(errorsOf(`{ WorkflowExecution(id: "x") { ${nested(1)} } }`)).toEqual([])
  })
})

describe('lists', () => {
  it.each([TEMPLATES, EXECUTIONS, '/workflows/reviews'])(
    'should have at most a hundred rows a page, whatever is asked for: %s',
    async (path) => {
      for (const limit of ['1000000', '1e6', '0', '-1']) {
        const { status, body } = await site.call<{ limit?: number } & Refusal>(
          'viewer',
          `${path}?limit=${limit}`,
        )
        expect([path, limit, [200, 422].includes(status)]).toEqual([path, limit, true])
        if (status === 200) expect(body.limit).toBeLessThanOrEqual(100)
      }
    },
  )
})

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
