import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ExecutionSummary } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  copy,
  EXECUTIONS,
  flow,
  review,
  startWorkflowSite,
  UNKNOWN_ID,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

interface List {
  docs: ExecutionSummary[]
  totalDocs: number
  page: number
  limit: number
}

let site: WorkflowSite
let simple: string
let reviewed: string
let ids: Record<'done' | 'inProject' | 'stopped' | 'waiting', string>

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'list' })
  simple = await site.template(flow([copy('posts')]), { name: 'Simple' })
  reviewed = await site.template(flow([copy('posts'), review('look')], 'posts>look'))
  const launch = async (template: string, more?: object) =>
    (await site.launch(template, { ...more })).id
  ids = {
    done: await launch(simple),
    inProject: await launch(simple, { project: site.studios.acme.project }),
    stopped: await launch(reviewed),
    waiting: await launch(reviewed),
  }
  await site.until(ids.done, 'completed')
  await site.until(ids.inProject, 'completed')
  await site.until(ids.waiting, 'paused')
  await site.post('editor', `${EXECUTIONS}/${ids.stopped}/stop`)
})
afterAll(() => site.stop())

const list = async (query = '', who: Person = 'editor'): Promise<List> => {
  const { status, body } = await site.call<List>(who, `${EXECUTIONS}${query}`)
  expect(status).toBe(200)
  return body
}
const idsOf = async (query: string): Promise<string[]> =>
  (await list(query)).docs.map(({ id }) => id).toSorted()
const sorted = (...names: (keyof typeof ids)[]) => names.map((name) => ids[name]).toSorted()

describe('GET /workflows/executions', () => {
  it('should hold a summary of each, newest first, without what is heavy', async () => {
    const { docs, ...page } = await list()
    expect(page).toMatchObject({ totalDocs: 4, page: 1, limit: 20 })
    expect(docs.map(({ id }) => id)).toEqual([ids.waiting, ids.stopped, ids.inProject, ids.done])
    const detail = await site.read(ids.waiting)
    const { params, nodes, jobs, outputs, allowed, seq, discardedAt, ...summary } = detail
    expect([params, nodes, jobs, outputs, allowed, seq, discardedAt]).not.toContain(undefined)
    expect(docs[0]).toEqual({ ...summary, mayControl: true })
    expect(docs[3]).toMatchObject({
      template: { id: simple, name: 'Simple' },
      status: 'completed',
      progress: { percent: 100, completedNodes: 1, totalNodes: 1, itemsDone: 1 },
      totals: (await site.read(ids.done)).totals,
    })
  })

  it('should filter by status, several with a comma', async () => {
    expect(await idsOf('?status=completed')).toEqual(sorted('done', 'inProject'))
    expect(await idsOf('?status=running,paused')).toEqual(sorted('waiting'))
    expect(await idsOf('?status=paused,%20stopped')).toEqual(sorted('waiting', 'stopped'))
    expect(await idsOf('?status=failed')).toEqual([])
  })

  it('should filter by template, project and workspace', async () => {
    const { acme, rival } = site.studios
    expect(await idsOf(`?template=${reviewed}`)).toEqual(sorted('waiting', 'stopped'))
    expect(await idsOf(`?project=${acme.project}`)).toEqual(sorted('inProject'))
    expect(await idsOf(`?workspace=${acme.workspace}`)).toHaveLength(4)
    expect(await idsOf(`?workspace=${acme.workspace}&status=stopped`)).toEqual(sorted('stopped'))
    const nothing = [UNKNOWN_ID, rival.workspace, 'nowhere', "' or 1=1 --"]
    for (const value of nothing.map(encodeURIComponent)) {
      expect(await list(`?workspace=${value}`)).toMatchObject({ docs: [], totalDocs: 0 })
      expect(await list(`?template=${value}&project=${value}`)).toMatchObject({ totalDocs: 0 })
    }
  })

  it('should show members of the workspace all, others nothing and strangers the door', async () => {
    expect((await list('', 'viewer')).totalDocs).toBe(4)
    expect((await list('', 'admin')).totalDocs).toBe(4)
    expect(await list('', 'rival')).toMatchObject({ docs: [], totalDocs: 0 })
    expect(await list(`?workspace=${site.studios.acme.workspace}`, 'rival')).toMatchObject({
      totalDocs: 0,
    })
    expect((await site.call('nobody', EXECUTIONS)).status).toBe(401)
  })

  it('should page without repeats or gaps', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => list(`?limit=2&page=${page}`)))
    expect(pages.map(({ docs }) => docs.length)).toEqual([2, 2, 0])
    expect(pages.map(({ totalDocs }) => totalDocs)).toEqual([4, 4, 4])
    const seen = pages.flatMap(({ docs }) => docs.map(({ id }) => id))
    expect(seen.toSorted()).toEqual(sorted('done', 'inProject', 'stopped', 'waiting'))
  })

  it('should keep limits between 1 and 100', async () => {
    expect((await list('?limit=100000')).limit).toBe(100)
    expect(await list('?limit=0')).toMatchObject({ limit: 1, totalDocs: 4 })
    expect((await list('?limit=-5')).docs).toHaveLength(1)
    expect(await list('?page=999999999')).toMatchObject({ docs: [], totalDocs: 4 })
  })

  it('should sort both ways', async () => {
    const first = async (sort: string) => (await list(`?sort=${sort}`)).docs[0]?.id
    expect(await first('createdAt')).toBe(ids.done)
    expect(await first('-createdAt')).toBe(ids.waiting)
    expect((await list('?sort=status')).docs.map(({ status }) => status)).toEqual([
      'completed',
      'completed',
      'paused',
      'stopped',
    ])
  })

  it('should refuse what it does not know, with the place', async () => {
    const wrong = [
      ['status=sleeping', 'status'],
      ['status=running,sleeping', 'status'],
      ['sort=cost;drop', 'sort'],
      ['sort=-constructor', 'sort'],
      ['limit=many', 'limit'],
      ['page=1.5', 'page'],
      [`workspace=${'x'.repeat(300)}`, 'workspace'],
    ]
    for (const [query, path] of wrong) {
      const { status, body } = await site.call<Refusal>('editor', `${EXECUTIONS}?${query}`)
      expect([status, body.errors[0].data.issues?.map((issue) => issue.path)]).toEqual([
        422,
        [path],
      ])
    }
    const nul = await site.call('editor', `${EXECUTIONS}?template=%00`)
    expect(nul.status).toBe(400)
  })

  it('should take empty filters for none, as forms send them', async () => {
    expect((await list('?status=&template=&limit=&sort=')).totalDocs).toBe(4)
  })
})
