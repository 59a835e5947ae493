import { AsyncLocalStorage } from 'node:async_hooks'

import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'

import type { ReviewList } from '../../src/client/types.js'

import { getEngine } from '../../src/plugins/workflows/runtime/engine.js'
import {
  copy,
  EXECUTIONS,
  flow,
  review,
  startWorkflowSite,
  UNKNOWN_ID,
  type Person,
  type WorkflowSite,
} from '../support/workflow.js'

const REVIEWS = '/workflows/reviews'

let site: WorkflowSite
const idOf = new Map<Person, string>()
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'waiting' })
  const { docs } = await site.payload.find({ collection: 'users', pagination: false })
  for (const user of docs) idOf.set(user.email.split('@')[0] as Person, String(user.id))
})
afterAll(() => site.stop())

const list = async (who: Person, query = '') => {
  const { status, body } = await site.call<ReviewList>(who, `${REVIEWS}${query}`)
  expect(status).toBe(200)
  return body
}
const namesOf = async (who: Person, query = '') =>
  (await list(who, query)).docs.map(({ label }) => label)
const wait = async (id: string, config: Record<string, unknown> = {}) => {
  const execution = await site.run(flow([copy('posts'), review(id, config)], `posts>${id}`))
  await site.until(execution.id, 'paused')
  return execution.id
}
const stop = (id: string) => site.post('editor', `${EXECUTIONS}/${id}/stop`)

describe('reviews that wait', () => {
  it('should tell who answers them what is asked, by whom, since when and until when', async () => {
    const id = await wait('look', {
      reviewType: 'selection',
      instructions: 'Five or more, please.',
      autoApproveAfterMinutes: 60,
    })
    const { docs, totalDocs } = await list('demo')
    expect(totalDocs).toBe(1)
    expect(docs[0]).toEqual({
      executionId: id,
      nodeId: 'look',
      label: 'The look',
      reviewType: 'selection',
      instructions: 'Five or more, please.',
      template: { id: expect.any(String) as string, name: 'A flow' },
      workspace: site.studios.acme.workspace,
      project: null,
      launchedBy: { id: idOf.get('editor'), name: 'Emil Editor' },
      test: false,
      openedAt: expect.stringMatching(/^\d{4}-/) as string,
      autoAt: expect.stringMatching(/^\d{4}-/) as string,
    })
    const { openedAt, autoAt } = docs[0]!
    expect(Date.parse(autoAt!) - Date.parse(openedAt)).toBe(60 * 60_000)
    await stop(id)
  })

  it('should be those that one may answer, and no others', async () => {
    const open = await wait('open')
    const demos = await wait('demos', { reviewers: [idOf.get('demo')] })
    const viewers = await wait('viewers', { reviewers: ['viewer@example.com'] })
    const foreign = await wait('foreign', { reviewers: [idOf.get('rival')] })
    expect(await namesOf('demo')).toEqual(['The open', 'The demos'])
    expect(await namesOf('editor')).toEqual(['The open'])
    // Named, a viewer may answer; unnamed, only editors.
    expect(await namesOf('viewer')).toEqual(['The viewers'])
    // Named, but no member of the workspace: to them it does not exist.
    expect(await namesOf('rival')).toEqual([])
    expect(await namesOf('admin')).toEqual(['The open'])
    await Promise.all([open, demos, viewers, foreign].map(stop))
    expect(await namesOf('demo')).toEqual([])
  })

  it('should leave the list once answered, and come back when they wait again', async () => {
    const id = await wait('look')
    const answer = (decision: string) =>
      site.post('editor', `${EXECUTIONS}/${id}/review`, { nodeId: 'look', decision })
    await answer('reject')
    await site.until(id, 'failed')
    expect(await namesOf('demo')).toEqual([])
    await site.post('editor', `${EXECUTIONS}/${id}/retry-node`, { nodeId: 'look' })
    expect(await namesOf('demo')).toEqual(['The look'])
    await answer('approve')
    expect(await namesOf('demo')).toEqual([])
  })

  it('should come the longest waiting first, in pages, and by workspace', async () => {
    const ids = [await wait('one'), await wait('two'), await wait('three')]
    expect(await namesOf('demo', '?limit=2')).toEqual(['The one', 'The two'])
    expect(await namesOf('demo', '?limit=2&page=2')).toEqual(['The three'])
    expect(await list('demo', '?limit=1&page=9')).toMatchObject({ docs: [], totalDocs: 3 })
    expect(await namesOf('demo', `?workspace=${site.studios.acme.workspace}`)).toHaveLength(3)
    expect(await namesOf('demo', `?workspace=${site.studios.rival.workspace}`)).toEqual([])
    expect(await namesOf('demo', `?workspace=${UNKNOWN_ID}`)).toEqual([])
    expect(await namesOf('demo', '?workspace=nonsense')).toEqual([])
    await Promise.all(ids.map(stop))
  })

  it('should cost as many statements for many as for one', async () => {
    const ids = [await wait('one')]
    // Only what this request asks for: the engine's own clockwork asks in between.
    const request = new AsyncLocalStorage<true>()
    let count = 0
    const watch = <T extends object>(on: T, method: keyof T & string) => {
      const original = on[method] as (...args: unknown[]) => unknown
      const spy = vi.spyOn(on as Record<string, (...args: unknown[]) => unknown>, method)
      spy.mockImplementation((...args) => {
        if (request.getStore()) count += 1
        return original.apply(on, args)
      })
      onTestFinished(() => spy.mockRestore())
    }
    watch(site.payload, 'find')
    watch(getEngine(site.payload).pools.durable, 'query')
    const statements = async (): Promise<number> => {
      count = 0
      await request.run(true, () => list('demo', '?limit=50'))
      return count
    }
    const one = await statements()
    expect(one).toBeGreaterThan(1)
    for (let at = 0; at < 5; at += 1) ids.push(await wait(`more${at}`))
    expect(await namesOf('demo')).toHaveLength(6)
    expect(await statements()).toBe(one)
    await Promise.all(ids.map(stop))
  })

  it('should wait for nobody who is not logged in', async () => {
    expect((await site.call('nobody', REVIEWS)).status).toBe(401)
  })
})
