import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startSite, type Person, type Site } from './site.fixture.js'
import { PATH, template } from './templates.fixture.js'

interface Summary {
  id: string
  name: string
  isSystem: boolean
  usageCount: number
}

let site: Site
let call: Site['call']
let post: Site['post']

interface List {
  docs: Summary[]
  totalDocs: number
  limit: number
  categories: Record<string, number>
}

const list = async (query = '', who: Person = 'viewer') => {
  const { status, body } = await call(who, `${PATH}${query}`)
  return { status, ...(body as List) }
}
const create = async (who: Person, more: object) => {
  const { status, body } = await post(who, PATH, template({ category: 'SEO', ...more }))
  expect(status).toBe(201)
  return body as Summary & { graph: unknown; workspace: string }
}
const systemTemplate = async () => {
  const found = (await list()).docs.find(({ isSystem }) => isSystem)
  if (!found) throw new Error('There are no system templates.')
  return found
}

beforeAll(async () => {
  site = await startSite('templates list')
  ;({ call, post } = site)
  await create('editor', { name: '100% Sure_thing', description: 'A blue horse' })
  await create('editor', { name: 'Plain', category: 'Custom' })
  await create('rival', { name: 'Secret of the rival' })
})
afterAll(() => site.stop())

describe('the list of templates', () => {
  it('should hold the own workspace and the system templates, without graphs', async () => {
    const { docs, totalDocs, categories } = await list()
    const names = docs.map(({ name }) => name)
    expect(names).toContain('Plain')
    expect(names).not.toContain('Secret of the rival')
    expect(docs.filter(({ isSystem }) => isSystem)).toHaveLength(totalDocs - 2)
    expect(docs.every((doc) => !('graph' in doc))).toBe(true)
    expect(Object.values(categories).reduce((sum, count) => sum + count)).toBe(totalDocs)
  })

  it('should filter by category and count the categories regardless', async () => {
    const all = await list()
    const seo = await list('?category=SEO&includeSystem=false')
    expect(seo.docs.map(({ name }) => name)).toEqual(['100% Sure_thing'])
    expect((await list('?category=SEO')).categories).toEqual(all.categories)
    expect((await list('?category=landing_pages')).docs.every(({ isSystem }) => isSystem)).toBe(
      true,
    )
  })

  it('should find words in name and description, and take wildcards as they are', async () => {
    const found = async (search: string) =>
      (await list(`?search=${encodeURIComponent(search)}`)).docs.map(({ name }) => name)
    for (const search of ['100%', 'sure_', 'HORSE sure', '%', 'blue  horse']) {
      expect(await found(search)).toEqual(['100% Sure_thing'])
    }
    for (const search of ['sure-', 'h_rse', 'horse plain', '\\']) {
      expect(await found(search)).toEqual([])
    }
  })

  it('should show nothing of a foreign or impossible workspace', async () => {
    const foreign = await list(`?workspace=${site.studios.rival.workspace}`)
    expect(foreign.docs.every(({ isSystem }) => isSystem)).toBe(true)
    for (const id of [site.studios.rival.workspace, 'nonsense']) {
      const { status, totalDocs } = await list(`?workspace=${id}&includeSystem=false`)
      expect([status, totalDocs]).toEqual([200, 0])
    }
    const own = await list(
      `?workspace=${site.studios.rival.workspace}&includeSystem=false`,
      'rival',
    )
    expect(own.totalDocs).toBe(1)
  })

  it('should sort by use, age and name, and page without repeats', async () => {
    const byName = (await list('?sort=name')).docs.map(({ name }) => name)
    expect(byName).toEqual([...byName].sort((a, b) => a.localeCompare(b)))
    expect((await list('?sort=-createdAt')).docs[0]?.name).toBe('Plain')
    await site.sql.query(`update workflow_templates set usage_count = 7 where name = 'Plain'`)
    expect((await list()).docs[0]).toMatchObject({ name: 'Plain', usageCount: 7 })
    const total = (await list()).totalDocs
    const pages = await Promise.all(
      Array.from({ length: total }, (_, page) => list(`?limit=1&page=${page + 1}`)),
    )
    expect(new Set(pages.flatMap(({ docs }) => docs.map(({ id }) => id))).size).toBe(total)
    expect((await list('?limit=5000')).limit).toBe(100)
  })
})

describe('copies and files', () => {
  it('should clone a system template into a workspace of one’s own', async () => {
    const { id, name } = await systemTemplate()
    const mine = await post('editor', `${PATH}/${id}/clone`, { name: 'Mine' })
    expect(mine.status).toBe(201)
    expect(mine.body).toMatchObject({
      name: 'Mine',
      isSystem: false,
      usageCount: 0,
      status: 'published',
      workspace: site.studios.acme.workspace,
    })
    const theirs = await call('rival', `${PATH}/${id}/clone`, { method: 'POST' })
    expect(theirs.body).toMatchObject({
      name: `${name} (copy)`,
      workspace: site.studios.rival.workspace,
    })
    expect((await post('viewer', `${PATH}/${id}/clone`)).status).toBe(403)
  })

  it('should keep the same rules when Payload duplicates', async () => {
    const { id } = await systemTemplate()
    const path = `/workflow-templates/${id}/duplicate`
    const { doc } = (await post('editor', path)).body as { doc: { id: string } }
    const { rows } = await site.sql.query(
      'select is_system, system_key, workspace_id, created_by_id from workflow_templates where id = $1',
      [doc.id],
    )
    expect(rows).toEqual([
      {
        is_system: false,
        system_key: null,
        workspace_id: site.studios.acme.workspace,
        created_by_id: site.studios.users.editor,
      },
    ])
    expect((await post('viewer', path)).status).toBe(403)
  })

  it('should bring the same graph back from a file', async () => {
    const made = await create('editor', { name: 'Grüße “x”\n', defaultParams: { topic: 'bikes' } })
    const { headers, body: file } = await call('viewer', `${PATH}/${made.id}/export`)
    expect(headers.get('content-disposition')).toBe('attachment; filename="gru-e-x.workflow.json"')
    expect(file).toMatchObject({ format: 'payload-workflows/template', version: 1 })
    const back = await post('rival', `${PATH}/import`, file)
    expect(back.status).toBe(201)
    expect(back.body).toMatchObject({
      graph: made.graph,
      defaultParams: { topic: 'bikes' },
      workspace: site.studios.rival.workspace,
    })
    for (const change of [{ format: 'other' }, { version: 2 }, { graph: { nodes: [] } }]) {
      const refused = await post('rival', `${PATH}/import`, { ...(file as object), ...change })
      expect(refused.status).toBe(422)
    }
  })
})
