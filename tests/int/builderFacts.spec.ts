import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ModelList, TargetCollection } from '../../src/client/types.js'

import { createWorkflowsClient } from '../../src/client/createWorkflowsClient.js'
import { startSite, type Person, type Site } from './site.fixture.js'

let site: Site

beforeAll(async () => {
  site = await startSite('builder facts')
})
afterAll(() => site.stop())

const models = async (who: Person) => (await site.call(who, '/workflows/models')).body as ModelList
const collections = async (who: Person) =>
  (await site.call(who, '/workflows/collections')).body as TargetCollection[]

describe('the models of a site', () => {
  it('should be told to anybody who is logged in, and to nobody else', async () => {
    for (const who of ['viewer', 'rival', 'editor'] as const) {
      expect((await site.call(who, '/workflows/models')).status).toBe(200)
    }
    expect((await site.call('nobody', '/workflows/models')).status).toBe(401)
  })

  it('should name each provider with what writes and what paints', async () => {
    const { providers, prices } = await models('viewer')
    expect(providers).toEqual([
      {
        name: 'demo',
        label: 'Demo (no AI)',
        isDemo: true,
        textModel: 'demo-writer',
        imageModel: 'demo-artist',
        text: ['demo-writer'],
        image: ['demo-artist'],
      },
    ])
    expect(prices).toEqual({})
  })

  it('should hold no key and no address of a provider', async () => {
    expect(Object.keys((await models('editor')).providers[0] ?? {}).sort()).toEqual(
      ['image', 'imageModel', 'isDemo', 'label', 'name', 'text', 'textModel'].sort(),
    )
  })
})

describe('the collections of a site', () => {
  it('should be those in which one may create', async () => {
    for (const who of ['demo', 'editor', 'rival'] as const) {
      expect((await collections(who)).map(({ slug }) => slug)).toEqual(['documents'])
    }
    expect(await collections('viewer')).toEqual([])
    expect((await site.call('nobody', '/workflows/collections')).status).toBe(401)
  })

  it('should leave out what a node always sets and what says who sees a document', async () => {
    const [documents] = await collections('editor')
    expect(documents).toMatchObject({
      slug: 'documents',
      label: 'Documents',
      titleField: 'title',
      bodyField: 'body',
    })
    const names = documents?.fields.map(({ name }) => name) ?? []
    for (const taken of ['id', 'title', 'body', 'status', '_status', 'workspace', 'project']) {
      expect(names).not.toContain(taken)
    }
  })

  it('should be reached by the typed client too', async () => {
    const client = createWorkflowsClient({
      fetch: async (input) => {
        const answer = await site.call('editor', String(input).replace('/api', ''))
        return Response.json(answer.body, { status: answer.status })
      },
    })
    expect((await client.collections())[0]?.slug).toBe('documents')
    expect((await client.models()).providers[0]?.name).toBe('demo')
  })
})
