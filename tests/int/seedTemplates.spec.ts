import type { Payload } from 'payload'

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import {
  toTemplate,
  type WorkflowTemplate,
} from '../../src/collections/workflow-templates/types.js'
import { seedTemplates } from '../../src/seed/seedTemplates.js'
import { systemTemplates } from '../../src/seed/systemTemplates.js'
import { startTestPayload, type TestPayload } from '../support/payload.js'
import { createTestDatabase, type TestDatabase } from '../support/postgres.js'

const KEYS = systemTemplates.map(({ key }) => key)
const FACEBOOK = 'facebook-ads-campaign'

let database: TestDatabase
let site: TestPayload
let payload: Payload

beforeAll(async () => {
  database = await createTestDatabase('seed templates')
  site = await startTestPayload({
    databaseUri: database.uri,
    key: 'seed templates',
    workflows: { seedSystemTemplates: false },
  })
  payload = site.payload
})

afterAll(async () => {
  await site?.stop()
  await database?.drop()
})

beforeEach(async () => {
  await payload.db.pool.query('delete from workflow_templates')
})

async function storedTemplates(): Promise<WorkflowTemplate[]> {
  const { docs } = await payload.find({
    collection: 'workflow-templates',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    showHiddenFields: true,
    sort: 'systemKey',
  })
  return docs.map(toTemplate)
}

async function stored(key: string): Promise<WorkflowTemplate> {
  const found = (await storedTemplates()).find(({ systemKey }) => systemKey === key)
  if (!found) throw new Error(`There is no template ${key}.`)
  return found
}

describe('seedTemplates', () => {
  it('should make every system template once, published and in no workspace', async () => {
    expect(await seedTemplates({ payload })).toEqual({ created: KEYS, updated: [], unchanged: [] })

    const rows = await storedTemplates()
    expect(rows.map(({ systemKey }) => systemKey)).toEqual(KEYS.toSorted())
    for (const template of systemTemplates) {
      expect(await stored(template.key)).toMatchObject({
        name: template.name,
        description: template.description,
        category: template.category,
        graph: template.graph,
        inputs: template.inputs,
        defaultParams: template.defaultParams,
        nodeCount: template.graph.nodes.length,
        usageCount: 0,
        isSystem: true,
        workspace: null,
        createdBy: null,
        _status: 'published',
      })
    }
  })

  it('should change nothing the second time and ask the database once', async () => {
    await seedTemplates({ payload })
    const before = await storedTemplates()
    const query = vi.spyOn(payload.db.pool, 'query')
    const connect = vi.spyOn(payload.db.pool, 'connect')

    const report = await seedTemplates({ payload })
    const asked = [query.mock.calls.length, connect.mock.calls.length]
    query.mockRestore()
    connect.mockRestore()

    expect(report.unchanged.toSorted()).toEqual(KEYS.toSorted())
    expect({ ...report, unchanged: [] }).toEqual({ created: [], updated: [], unchanged: [] })
    // `pool.query` takes a connection for its one statement.
    expect(asked).toEqual([1, 1])
    expect(await storedTemplates()).toEqual(before)
  })

  it('should put back what was changed by hand and keep the figures', async () => {
    await seedTemplates({ payload })
    const before = await stored(FACEBOOK)
    await payload.db.pool.query(
      `update workflow_templates set name = 'Mine', graph = '{"nodes":[],"edges":[]}', system_version = 'older',
         usage_count = 312, success_rate = 0.97, average_execution_ms = 108000 where system_key = $1`,
      [FACEBOOK],
    )

    const report = await seedTemplates({ payload })

    expect(report).toMatchObject({ created: [], updated: [FACEBOOK] })
    expect(report.unchanged).toHaveLength(4)
    expect(await stored(FACEBOOK)).toEqual({
      ...before,
      usageCount: 312,
      successRate: 0.97,
      averageExecutionMs: 108_000,
      updatedAt: expect.any(String),
    })
  })

  it('should follow a newer version of the plugin, in its history as well', async () => {
    await seedTemplates({ payload })
    const { id } = await stored(FACEBOOK)
    const newer = systemTemplates.map((template) =>
      template.key === FACEBOOK ? { ...template, description: 'Ads, ten of them.' } : template,
    )

    expect(await seedTemplates({ payload, templates: newer })).toMatchObject({
      created: [],
      updated: [FACEBOOK],
    })
    const newest = await payload.findByID({
      collection: 'workflow-templates',
      id,
      depth: 0,
      draft: true,
      overrideAccess: true,
    })
    expect(newest).toMatchObject({ description: 'Ads, ten of them.', _status: 'published' })
  })

  it('should leave copies and own templates alone', async () => {
    await seedTemplates({ payload })
    const original = await stored(FACEBOOK)
    const copy = toTemplate(
      await payload.duplicate({
        collection: 'workflow-templates',
        id: original.id,
        depth: 0,
        overrideAccess: true,
        showHiddenFields: true,
      }),
    )
    await payload.db.pool.query('update workflow_templates set system_version = $1', ['older'])

    await seedTemplates({ payload })

    const rows = await storedTemplates()
    expect(rows).toHaveLength(6)
    expect(rows.find(({ id }) => id === copy.id)).toMatchObject({
      name: 'Facebook Ads Campaign (copy)',
      isSystem: false,
      systemVersion: 'older',
    })
  })

  it('should make five templates however many start at once', async () => {
    const other = await startTestPayload({
      databaseUri: database.uri,
      key: 'seed templates other',
      workflows: { seedSystemTemplates: false },
    })
    const sites = [payload, other.payload, payload, other.payload, payload]

    const reports = await Promise.all(sites.map((each) => seedTemplates({ payload: each })))
    await other.stop()

    expect(reports.map(({ created }) => created.length).toSorted()).toEqual([0, 0, 0, 0, 5])
    expect(await storedTemplates()).toHaveLength(5)
  })

  it('should seed when a site starts', async () => {
    const starting = await startTestPayload({ databaseUri: database.uri, key: 'seed on start' })
    await starting.stop()
    expect(await storedTemplates()).toHaveLength(5)
  })

  it('should wait for the migration without a word, and say every other error', async () => {
    const move = (from: string, to: string) =>
      payload.db.pool.query(`alter table ${from} rename to ${to}`)
    const moveColumn = (from: string, to: string) =>
      payload.db.pool.query(`alter table workflow_templates rename column ${from} to ${to}`)

    await move('workflow_templates', 'not_migrated')
    const unmigrated = await seedTemplates({ payload })
    await move('not_migrated', 'workflow_templates')
    await moveColumn('system_key', 'not_there')
    const failing = await seedTemplates({ payload }).catch((error: unknown) => error)
    await moveColumn('not_there', 'system_key')

    expect(unmigrated).toEqual({ created: [], updated: [], unchanged: [] })
    expect(failing).toBeInstanceOf(Error)
  })

  it('should write all of them or none', async () => {
    const [first, second] = systemTemplates
    if (!first || !second) throw new Error('There are no system templates.')
    const broken = { ...second, graph: { ...second.graph, edges: [] } }

    await expect(seedTemplates({ payload, templates: [first, broken] })).rejects.toThrow()

    expect(await storedTemplates()).toEqual([])
  })
})
