import { createRequire } from 'node:module'

import { configToSchema } from '@payloadcms/graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  EXECUTIONS,
  startWorkflowSite,
  TEMPLATES,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

// Payload requires graphql; vitest would import the package's other build, which is «another realm».
const { parse, specifiedRules, validate } = createRequire(import.meta.url)(
  'graphql',
) as typeof import('graphql')

/** Fault catalogue S11: what one person asks for is bounded. That others do not feel it: tests/guarantees/flood. */
let site: WorkflowSite
let errorsOf: (source: string) => string[]

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'rate_limit' })
  const { schema, validationRules } = configToSchema(site.payload.config)
  errorsOf = (source) => {
    // As Payload's handler does before anything is read.
    const rules = [...specifiedRules, ...validationRules({ variableValues: {} } as never)]
    return validate(schema, parse(source), rules).map(({ message }) => message)
  }
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
