import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { restAs, restFetch, startTestPayload, type TestPayload } from '../tests/support/payload.js'
import { createTestDatabase, type TestDatabase } from '../tests/support/postgres.js'
import { DEMO_GUIDELINES, DEMO_WORKSPACE, seedDemo } from './seedDemo.js'

type Rest = Awaited<ReturnType<typeof restAs>>

let database: TestDatabase
let site: TestPayload
let demo: Rest
let editor: Rest
let viewer: Rest
let rival: Rest
let acme: string
let acmeProject: string
let rivalStudio: string
let guidelines: string

const names = async (rest: Rest, collection: string): Promise<string[]> => {
  const answer = await rest(`/${collection}?depth=0&limit=50&sort=createdAt`)
  const { docs } = await answer.json()
  return docs.map((doc: Record<string, string>) => doc.title ?? doc.name ?? doc.filename)
}

const firstId = async (rest: Rest, collection: string): Promise<string> =>
  (await (await rest(`/${collection}?depth=0&limit=1&sort=createdAt`)).json()).docs[0].id

beforeAll(async () => {
  database = await createTestDatabase('demo_site')
  site = await startTestPayload({ databaseUri: database.uri, key: 'demo site' })
  await seedDemo(site.payload)
  demo = await restAs(site.payload, 'demo@example.com')
  editor = await restAs(site.payload, 'editor@example.com')
  viewer = await restAs(site.payload, 'viewer@example.com')
  rival = await restAs(site.payload, 'rival@example.com')
  acme = await firstId(demo, 'workspaces')
  acmeProject = await firstId(demo, 'projects')
  rivalStudio = await firstId(rival, 'workspaces')
  guidelines = await firstId(demo, 'documents')
})

afterAll(async () => {
  await site.stop()
  await database.drop()
})

describe('what people see', () => {
  it('should show a member everything of their workspace', async () => {
    expect(await names(viewer, 'workspaces')).toEqual([DEMO_WORKSPACE])
    expect(await names(viewer, 'documents')).toEqual([DEMO_GUIDELINES, 'Fjord 3 product brief'])
    expect(await names(viewer, 'media')).toHaveLength(4)
    expect(await names(viewer, 'users')).toEqual(['Dana Demo', 'Emil Editor', 'Vera Viewer'])
  })

  it('should show a stranger nothing of it', async () => {
    expect(await names(rival, 'documents')).toEqual(['Volt One launch plan'])
    expect(await names(rival, 'projects')).toEqual(['Volt One'])
    expect(await names(rival, 'media')).toEqual([])
    expect(await names(rival, 'users')).toEqual(['Rosa Rival'])
    expect((await rival(`/documents/${guidelines}`)).status).toBe(404)
  })

  it('should keep versions in their workspace', async () => {
    const { docs } = await (await rival('/documents/versions?limit=50')).json()
    const titles = docs.map(({ version }: { version: { title: string } }) => version.title)
    expect(titles).toEqual(['Volt One launch plan'])
  })

  it('should hand out files only to members', async () => {
    const { docs } = await (await demo('/media?limit=1')).json()
    const file = docs[0].url.replace(/^\/api/, '')
    expect((await viewer(file)).status).toBe(200)
    expect((await rival(file)).status).toBe(403)
    expect((await restFetch(site.payload)(file)).status).toBe(403)
  })

  it('should show nothing without a login', async () => {
    expect((await restFetch(site.payload)('/documents')).status).toBe(403)
  })
})

describe('what people change', () => {
  it('should let editors write and viewers not', async () => {
    const json = { title: 'New', workspace: acme, project: acmeProject }
    expect((await editor('/documents', { json })).status).toBe(201)
    expect((await viewer('/documents', { json })).status).toBe(403)
    const change = { method: 'PATCH', json: { title: 'Changed' } }
    expect((await viewer(`/documents/${guidelines}`, change)).status).toBe(403)
    expect((await viewer(`/documents/${guidelines}`, { method: 'DELETE' })).status).toBe(403)
  })

  it.each(['', '?draft=true'])('should refuse foreign workspaces (%s)', async (query) => {
    const json = { title: 'Planted', workspace: acme }
    expect((await rival(`/documents${query}`, { json })).status).toBe(403)
    const own = await firstId(rival, 'documents')
    const move = { method: 'PATCH', json: { workspace: acme } }
    expect((await rival(`/documents/${own}${query}`, move)).status).toBe(400)
  })

  it.each(['', '?draft=true'])('should refuse foreign projects (%s)', async (query) => {
    const json = { title: 'Planted', workspace: rivalStudio, project: acmeProject }
    expect((await rival(`/documents${query}`, { json })).status).toBe(400)
  })

  it('should choose the workspace where there is only one', async () => {
    const { doc } = await (await rival('/documents', { json: { title: 'Own' } })).json()
    expect(doc.workspace.id).toBe(rivalStudio)
  })

  it('should let nobody make themselves an administrator', async () => {
    const id = await firstId(rival, 'users')
    await rival(`/users/${id}`, { method: 'PATCH', json: { role: 'admin' } })
    const { role } = await (await rival(`/users/${id}`)).json()
    expect(role).toBe('user')
  })

  it('should make who opens a workspace its owner', async () => {
    const { doc } = await (await viewer('/workspaces', { json: { name: 'Side project' } })).json()
    const json = { title: 'Mine', workspace: doc.id }
    expect((await viewer('/documents', { json })).status).toBe(201)
  })
})

describe('seeding', () => {
  it('should change nothing when it runs again, from several processes', async () => {
    const count = async (): Promise<number> =>
      (await site.payload.count({ collection: 'documents' })).totalDocs
    const before = await count()
    await Promise.all([seedDemo(site.payload), seedDemo(site.payload), seedDemo(site.payload)])
    expect(await count()).toBe(before)
  })

  it('should not bring back what people deleted', async () => {
    await demo(`/documents/${guidelines}`, { method: 'DELETE' })
    await seedDemo(site.payload)
    expect(await names(demo, 'documents')).not.toContain(DEMO_GUIDELINES)
  })
})
