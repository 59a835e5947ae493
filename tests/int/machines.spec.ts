import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { TestDatabase } from '../support/postgres.js'

import { startWorker } from '../../src/jobs/worker.js'
import { createTestDatabase } from '../support/postgres.js'
import {
  restAs,
  restFetch,
  seedTestStudios,
  startTestPayload,
  type TestPayload,
} from '../support/payload.js'

const SECRET = 'a-secret-for-machines'

let database: TestDatabase
let site: TestPayload
let shut: TestPayload

beforeAll(async () => {
  database = await createTestDatabase('machines')
  site = await startTestPayload({
    databaseUri: database.uri,
    key: 'machines',
    workflows: { worker: { secret: SECRET, load: () => Promise.resolve({ startWorker }) } },
  })
  shut = await startTestPayload({ databaseUri: database.uri, key: 'machines shut' })
  await seedTestStudios(site.payload)
})
afterAll(async () => {
  await site.stop()
  await shut.stop()
  await database.drop()
})

const as = (secret: string) => restFetch(site.payload, { Authorization: `Bearer ${secret}` })

const metric = (text: string, name: string): number => {
  const line = text.split('\n').find((known) => known.startsWith(`payload_workflows_${name} `))
  return Number(line?.split(' ').at(-1))
}

describe.each([
  ['POST', '/workflows/work?seconds=1'],
  ['GET', '/workflows/metrics'],
])('%s %s', (method, path) => {
  it('should not be there on a site without the option', async () => {
    const fetch = restFetch(shut.payload, { Authorization: `Bearer ${SECRET}` })
    expect((await fetch(path, { method })).status).toBe(404)
  })

  it('should answer to the secret alone, not to another one and not to a login', async () => {
    expect((await restFetch(site.payload)(path, { method })).status).toBe(401)
    expect((await as(`${SECRET}x`)(path, { method })).status).toBe(401)
    const owner = await restAs(site.payload, 'demo@example.com')
    expect((await owner(path, { method })).status).toBe(401)
  })
})

describe('work over HTTP', () => {
  it('should run what waits, leave when nothing is left, and be seen in the metrics', async () => {
    const editor = await restAs(site.payload, 'editor@example.com')
    const created = await editor('/workflows/templates', {
      json: {
        name: 'One text',
        category: 'Custom',
        graph: {
          nodes: [
            {
              id: 'copy',
              type: 'generate_copy',
              label: 'Copy',
              position: { x: 0, y: 0 },
              config: { promptTemplate: 'Hi', quantity: 2, contextMode: 'none' },
            },
          ],
          edges: [],
        },
      },
    })
    const template = (await created.json()) as { id: string }
    const launched = await editor('/workflows/executions/launch', {
      json: { template: template.id, params: {} },
    })
    const { id } = (await launched.json()) as { id: string }

    const before = await (await as(SECRET)('/workflows/metrics')).text()
    expect(before).toContain('payload_workflows_jobs{state="ready"} 2')
    expect(metric(before, 'oldest_ready_seconds')).toBeGreaterThan(0)

    const worked = await as(SECRET)('/workflows/work?seconds=40', { method: 'POST' })
    expect(worked.status).toBe(200)
    const answer = (await worked.json()) as { seconds: number; queue: unknown }
    expect(answer.queue).toEqual({ ready: 0, running: 0 })
    expect(answer.seconds).toBeLessThan(40)
    const execution = await (await editor(`/workflows/executions/${id}`)).json()
    expect(execution).toMatchObject({ status: 'completed' })

    const metrics = await as(SECRET)('/workflows/metrics')
    expect(metrics.headers.get('content-type')).toContain('text/plain; version=0.0.4')
    const after = await metrics.text()
    expect(after).toContain('payload_workflows_executions{status="completed"} 1')
    expect(after).toContain('payload_workflows_executions_ended_total{outcome="completed"} 1')
    expect(after).toContain(
      'payload_workflows_recent_jobs{type="generate_copy",status="completed"} 2',
    )
    expect(metric(after, 'execution_seconds_total')).toBeGreaterThan(0)
    expect(after).not.toContain('NaN')
  })

  it('should refuse seconds that are no number', async () => {
    const refused = await as(SECRET)('/workflows/work?seconds=soon', { method: 'POST' })
    expect(refused.status).toBe(422)
  })
})
