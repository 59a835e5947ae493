import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { defineNode } from '../../src/plugins/workflows/nodes/defineNode.js'
import { copy, flow, node, startWorkflowSite, type WorkflowSite } from '../support/workflow.js'

/** What a search server, a webhook or a bucket says that is down; the database is up all the while. */
const unreachable = () =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:9200'), { code: 'ECONNREFUSED' }),
  })

/** The same of a second PostgreSQL, which says what ours would say. */
const shutDown = () =>
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' })

let site: WorkflowSite
let asked = 0
let trouble = unreachable
beforeAll(async () => {
  const search = defineNode({
    spec: {
      type: 'search',
      label: 'Search',
      description: 'Asks a server that is down.',
      icon: 'pen',
      category: 'custom',
      inputs: [{ id: 'in', label: 'In', kinds: ['pass'] }],
      outputs: [{ id: 'out', label: 'Out', kinds: ['pass'] }],
      configSchema: z.strictObject({}),
      outputFields: [],
      templateFields: [],
      produces: 'pass',
      summarize: () => '',
    },
    handler: async () => {
      asked += 1
      throw trouble()
    },
  })
  site = await startWorkflowSite({
    name: 'host_trouble',
    workflows: { nodes: [search], limits: { maxAttempts: 2 } },
  })
})
afterAll(() => site.stop())

describe('a server of the site’s own that cannot be reached', () => {
  it('should fail a node of the site after its tries, and not be taken for the database', async () => {
    const { id } = await site.run(flow([node('search', 'search', {})]))
    const { error, jobs } = await site.until(id, 'failed')
    expect(error).toMatchObject({ nodeId: 'search', code: 'host_unreachable' })
    expect(error?.message).toContain('ECONNREFUSED')
    // Where it is stays in the log.
    expect(error?.message).not.toContain('10.1.2.3')
    expect(jobs.map(({ attempts }) => attempts)).toEqual([2])
    expect(asked).toBe(2)
  })

  it('should be told from the database also when it is one', async () => {
    trouble = shutDown
    const { id } = await site.run(flow([node('search', 'search', {})]))
    const { error, jobs } = await site.until(id, 'failed')
    expect(error).toMatchObject({ nodeId: 'search', code: 'node_error' })
    expect(jobs.map(({ attempts }) => attempts)).toEqual([2])
  })

  it('should fail a step whose document’s hook needs it, after its tries, with nothing made', async () => {
    const { afterChange } = site.payload.collections.documents!.config.hooks
    let runs = 0
    afterChange.push(() => {
      runs += 1
      throw unreachable()
    })
    const { totalDocs } = await site.payload.count({ collection: 'documents' })
    const { id } = await site.run(flow([copy('posts')]))
    const { error, jobs } = await site.until(id, 'failed')
    afterChange.pop()
    expect(error).toMatchObject({ nodeId: 'posts', code: 'host_unreachable' })
    expect(jobs.map(({ attempts }) => attempts)).toEqual([2])
    expect(runs).toBe(2)
    expect((await site.payload.count({ collection: 'documents' })).totalDocs).toBe(totalDocs)
  })
})
