import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  codeOf,
  copy,
  createGate,
  EXECUTIONS,
  flow,
  jobsOf,
  node,
  nodeOf,
  review,
  startWorkflowSite,
  statesOf,
  TEMPLATES,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>

let site: WorkflowSite
let template: string
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'adjust' })
  template = await site.template(
    flow(
      [
        copy('first', { provider: 'fake' }),
        copy('posts', { quantity: '{{count}}' }),
        copy('teasers', { itemsFrom: 'posts', promptTemplate: 'Tease {{item.title}} {{topic}}' }),
      ],
      'first>posts',
      'posts>teasers',
    ),
  )
})
afterAll(() => site.stop())
beforeEach(() => {
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

const adjust = <Body = ExecutionDetail>(id: string, json: unknown, who: Person = 'editor') =>
  site.call<Body>(who, `${EXECUTIONS}/${id}`, { method: 'PATCH', json })
const refusal = (id: string, json: unknown, who?: Person) => adjust<Refusal>(id, json, who)
const resume = (id: string) => site.post<ExecutionDetail>('editor', `${EXECUTIONS}/${id}/resume`)
/** Paused while the first step is still being written. */
const paused = async (of = template) => {
  const gate = createGate()
  site.fake.respond(() => gate.answer)
  const { id } = await site.launch(of)
  await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(1)
  await site.post('editor', `${EXECUTIONS}/${id}/pause`)
  return { id, open: gate.open }
}
/** Paused with the first step done and the jobs of the second planned. */
const pausedBetween = async (of = template) => {
  const { id, open } = await paused(of)
  open()
  await site.until(id, ({ nodes }) => nodes[0]?.status === 'completed')
  return id
}
const promptsOf = (execution: ExecutionDetail, nodeId: string) =>
  jobsOf(execution, nodeId).map(({ input }) => (input as Json).prompt)

describe('adjusting a paused execution', () => {
  it.each([
    ['before the step was planned', false],
    ['when its jobs wait already', true],
  ])('should apply prompt and quantity on resume, %s', async (_name, planned) => {
    const { id, open } = await paused()
    if (planned) {
      open()
      await site.until(id, ({ nodes }) => nodes[0]?.status === 'completed')
    }
    const changed = await adjust(id, {
      params: { topic: 'coffee', count: 4 },
      nodes: { posts: { config: { promptTemplate: 'New: {{topic}} {{index}}' } } },
    })
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      status: 'paused',
      params: { topic: 'coffee', count: 4 },
      progress: { itemsTotal: 9 },
    })
    expect(nodeOf(changed.body, 'posts').itemsTotal).toBe(4)
    await resume(id)
    open()
    const done = await site.until(id, 'completed')
    expect(promptsOf(done, 'posts')).toEqual([1, 2, 3, 4].map((at) => `New: coffee ${at}`))
    expect(promptsOf(done, 'teasers')).toHaveLength(4)
    expect(promptsOf(done, 'teasers')[0]).toMatch(/^Tease .* coffee$/)
    expect(promptsOf(done, 'first')).toEqual(['first: write about tea'])
    expect(done.progress).toMatchObject({ itemsDone: 9, itemsTotal: 9, percent: 100 })
    expect(done.outputs.documents).toHaveLength(9)
  })

  it('should count fewer items as well', async () => {
    const id = await pausedBetween()
    await adjust(id, { params: { count: 1 } })
    await resume(id)
    const done = await site.until(id, 'completed')
    expect(done.progress).toMatchObject({ itemsDone: 3, itemsTotal: 3 })
    expect(done.params).toMatchObject({ topic: 'tea', count: 1 })
  })

  it('should leave the template as it is', async () => {
    const id = await pausedBetween()
    await adjust(id, { nodes: { posts: { config: { promptTemplate: 'Only here' } } } })
    const { body } = await site.call<{ graph: unknown }>('editor', `${TEMPLATES}/${template}`)
    expect(JSON.stringify(body.graph)).not.toContain('Only here')
    const other = await site.launch(template)
    const done = await site.until(other.id, 'completed')
    expect(promptsOf(done, 'posts')[0]).toBe('posts: write about tea')
    await site.post('editor', `${EXECUTIONS}/${id}/stop`)
  })

  it('should be possible while a review is waited for, for what follows it', async () => {
    const { id } = await site.run(
      flow([copy('posts'), review('look'), copy('last')], 'posts>look', 'look>last'),
    )
    await site.until(id, 'paused')
    const { status } = await adjust(id, {
      nodes: { last: { config: { promptTemplate: 'After the review' } } },
    })
    expect(status).toBe(200)
    const itself = await refusal(id, { nodes: { look: { config: { instructions: 'Other' } } } })
    expect([itself.status, codeOf(itself)]).toEqual([409, 'node_started'])
    await site.post('editor', `${EXECUTIONS}/${id}/review`, { nodeId: 'look', decision: 'approve' })
    expect(promptsOf(await site.until(id, 'completed'), 'last')).toEqual(['After the review'])
  })

  it('should change nothing when nothing is asked for', async () => {
    const id = await pausedBetween()
    const before = await site.read(id)
    const { status, body } = await adjust(id, {})
    expect(status).toBe(200)
    expect({ ...body, seq: 0 }).toEqual({ ...before, seq: 0 })
    await resume(id)
    const done = await site.until(id, 'completed')
    expect(done.progress).toMatchObject({ itemsDone: 5, itemsTotal: 5 })
  })

  it('should follow a condition that reads the changed param', async () => {
    const rules = [{ field: 'params.topic', operator: 'equals', value: 'coffee' }]
    const own = await site.template(
      flow(
        [
          copy('first', { provider: 'fake' }),
          node('gate', 'conditional', { rules }),
          copy('yes'),
          copy('no'),
        ],
        'first>gate',
        'gate.true>yes',
        'gate.false>no',
      ),
    )
    const id = await pausedBetween(own)
    await adjust(id, { params: { topic: 'coffee' } })
    await resume(id)
    expect(statesOf(await site.until(id, 'completed'))).toContain('yes completed')
  })
})

describe('what cannot be adjusted', () => {
  it('should be an execution that is not paused', async () => {
    const { id, open } = await paused()
    await resume(id)
    const change = { params: { topic: 'coffee' } }
    const running = await refusal(id, change)
    expect([running.status, running.body.errors[0].data]).toEqual([
      409,
      { code: 'illegal_transition', status: 'running', allowed: ['pause', 'stop'] },
    ])
    open()
    const done = await site.until(id, 'completed')
    const completed = await refusal(id, change)
    expect([completed.status, completed.body.errors[0].data]).toEqual([
      409,
      { code: 'illegal_transition', status: 'completed', allowed: [] },
    ])
    expect(await site.read(id)).toEqual(done)
  })

  it('should be steps that have begun, also by a param that says their number', async () => {
    const id = await pausedBetween()
    const begun = await refusal(id, {
      nodes: { first: { config: { promptTemplate: 'Other' } }, posts: { config: { quantity: 1 } } },
    })
    expect(begun.status).toBe(409)
    expect(begun.body.errors[0].data).toMatchObject({
      code: 'node_started',
      nodeId: 'first',
      status: 'paused',
      allowed: expect.arrayContaining(['resume']),
    })
    expect(nodeOf(await site.read(id), 'posts').itemsTotal).toBe(2)

    const own = await site.template(
      flow(
        [copy('first', { provider: 'fake', quantity: '{{count}}' }), copy('last')],
        'first>last',
      ),
    )
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const { id: other } = await site.launch(own, { params: { topic: 'tea', count: 1 } })
    // Until its call is there; later it would be another test's.
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(2)
    await site.post('editor', `${EXECUTIONS}/${other}/pause`)
    const counted = await refusal(other, { params: { count: 3 } })
    expect([counted.status, codeOf(counted)]).toEqual([409, 'node_started'])
    gate.open()
  })

  it('should be what does not hold, with every problem, and nothing is changed', async () => {
    const id = await pausedBetween()
    const before = await site.read(id)
    const cases: [Json, string[]][] = [
      [{ params: { count: 99 } }, ['params.count']],
      [{ params: { topic: '', count: 'x' } }, ['params.topic', 'params.count']],
      [{ params: { colour: 'red' } }, ['params.colour']],
      [{ nodes: { posts: { config: { quantity: 0 } } } }, ['nodes[1].config.quantity']],
      [{ nodes: { posts: { config: { nope: 1 } } } }, ['nodes[1].config.nope']],
      [
        { nodes: { posts: { config: { promptTemplate: '{{nobody}} {% if' } } } },
        ['nodes[1].config.promptTemplate'],
      ],
      [{ nodes: { posts: { config: { itemsFrom: 'teasers' } } } }, ['nodes[1].config.itemsFrom']],
      [{ nodes: { nope: { config: {} } } }, ['nodes.nope']],
      [{ nodes: { constructor: { config: {} } } }, ['nodes.constructor']],
      [{ nodes: { posts: {} } }, ['nodes.posts.config']],
      [{ nodes: { posts: { config: [] } } }, ['nodes.posts.config']],
      [{ nodes: [] }, ['nodes']],
      [{ params: [] }, ['params']],
    ]
    for (const [json, paths] of cases) {
      const { status, body } = await refusal(id, json)
      expect(
        [status, body.errors[0].data.issues?.map(({ path }) => path)],
        JSON.stringify(json),
      ).toEqual([422, paths])
    }
    expect(await site.read(id)).toEqual(before)
    await resume(id)
    await site.until(id, 'completed')
  })

  it('should be another’s execution, and any for a viewer', async () => {
    const id = await pausedBetween()
    const change = { params: { count: 1 } }
    expect((await refusal(id, change, 'viewer')).status).toBe(403)
    expect((await refusal(id, change, 'rival')).status).toBe(404)
    expect((await refusal(id, change, 'nobody')).status).toBe(401)
    expect((await site.read(id)).params).toMatchObject({ count: 2 })
  })
})
