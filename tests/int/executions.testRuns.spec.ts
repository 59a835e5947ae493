import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { DiscardAnswer } from '../../src/plugins/workflows/operations/executions/discardExecution.js'
import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  codeOf,
  copy,
  EXECUTIONS,
  flow,
  image,
  jobsOf,
  node,
  nodeOf,
  outputOf,
  promptOf,
  review,
  startWorkflowSite,
  statesOf,
  TEMPLATES,
  UNKNOWN_ID,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

const LAUNCH = `${EXECUTIONS}/launch`
const fake = { provider: 'fake' }
const params = { topic: 'tea' }

let site: WorkflowSite
beforeAll(async () => {
  site = await startWorkflowSite({
    name: 'testruns',
    workflows: {
      prices: {
        'fake*': { inputPerMillion: 10, outputPerMillion: 100 },
        'gpt*': { inputPerMillion: 10, outputPerMillion: 100 },
      },
    },
  })
})
beforeEach(() => {
  site.fake.requests.length = 0
})
afterAll(() => site.stop())

const test = (template: string, more: object = {}) =>
  site.launch(template, { params, test: true, ...more })
const finished = async (template: string, more: object = {}) =>
  site.until((await test(template, more)).id, 'completed')
const refused = async (json: object) => {
  const { status, body } = await site.post<Refusal>('editor', LAUNCH, { params, ...json })
  expect(status).toBe(422)
  return (body.errors[0].data.issues ?? []).map(({ code, path }) => `${path} ${code}`)
}
const discard = (id: string, json: object = {}, who: 'editor' | 'rival' | 'viewer' = 'editor') =>
  site.post<DiscardAnswer>(who, `${EXECUTIONS}/${id}/discard`, json)
const exists = async (collection: 'documents' | 'media', id: unknown) =>
  (await site.payload.findByID({ collection, id: id as string, disableErrors: true })) !== null

describe('a test up to one step', () => {
  it('should run that step and what leads to it, and not mind problems elsewhere', async () => {
    const template = await site.template(flow([copy('first')]))
    const graph = flow(
      [
        copy('first', fake),
        copy('second', fake),
        copy('broken', { quantity: 'many' }),
        copy('far'),
      ],
      'first>second',
      'second>broken',
      'broken>far',
    )
    const draft = await site.call('editor', `/workflow-templates/${template}?draft=true`, {
      method: 'PATCH',
      json: { graph, _status: 'draft' },
    })
    expect(draft.status).toBe(200)
    expect(await refused({ template, test: true })).toContain(
      'nodes[2].config.quantity invalid_type',
    )
    const done = await finished(template, { upTo: 'second' })
    expect(statesOf(done)).toEqual(['first completed', 'second completed'])
    expect(site.fake.requests).toHaveLength(2)
  })

  it('should be refused for steps that are not there, and outside of tests', async () => {
    const template = await site.template(flow([copy('only')]))
    expect(await refused({ template, test: true, upTo: 'ghost' })).toEqual(['upTo unknown_node'])
    expect(await refused({ template, upTo: 'only' })).toEqual(['upTo test_only'])
    expect(await refused({ template, pins: { only: UNKNOWN_ID } })).toEqual(['pins test_only'])
  })
})

describe('a pinned step', () => {
  it('should repeat what it made, without a second call, document or payment', async () => {
    const template = await site.template(
      flow([copy('posts', { ...fake, quantity: 3 }), copy('sum', fake)], 'posts>sum'),
    )
    const first = await finished(template)
    expect(site.fake.requests).toHaveLength(4)
    expect(nodeOf(first, 'posts').cost).toBeGreaterThan(0)

    site.fake.requests.length = 0
    const second = await finished(template, { pins: { posts: first.id } })
    expect(site.fake.requests).toHaveLength(1)
    expect(jobsOf(second, 'posts').map(({ output }) => output)).toEqual(
      jobsOf(first, 'posts').map(({ output }) => output),
    )
    expect(nodeOf(second, 'posts')).toMatchObject({
      status: 'completed',
      itemsDone: 3,
      cost: 0,
      tokens: 0,
      pinnedFrom: first.id,
    })
    expect(second.totals.cost).toBeCloseTo(nodeOf(second, 'sum').cost, 10)
    const { rows } = await site.sql.query(
      'select count(*)::int as n from payload_workflows.effect where exec = $1',
      [second.id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('should hand on the same texts, as many items, and the branch it took', async () => {
    const gate = node('gate', 'conditional', {
      match: 'all',
      rules: [{ field: 'nodes.posts.output.count', operator: 'greater_than', value: 1 }],
    })
    const graph = flow(
      [
        copy('posts', { ...fake, quantity: 2 }),
        gate,
        copy('yes', { ...fake, promptTemplate: 'Say {{nodes.posts.output.text}}' }),
        copy('no', fake),
      ],
      'posts>gate',
      'gate.true>yes',
      'gate.false>no',
    )
    const template = await site.template(graph)
    const first = await finished(template)
    site.fake.requests.length = 0
    const second = await finished(template, { pins: { posts: first.id, gate: first.id } })
    expect(statesOf(second)).toEqual(statesOf(first))
    expect(nodeOf(second, 'gate').branch).toBe('true')
    expect(site.fake.requests).toHaveLength(1)
    const [request] = site.fake.requests
    expect(request && promptOf(request)).toContain(
      String(outputOf(first, 'posts').text).slice(0, 40).trim(),
    )
  })

  it('should not wait again for a person who has answered', async () => {
    const template = await site.template(
      flow([copy('posts'), review('look'), copy('after')], 'posts>look', 'look>after'),
    )
    const { id } = await test(template)
    await site.until(id, ({ nodes }) => nodes.some(({ status }) => status === 'waiting'))
    const answer = { nodeId: 'look', decision: 'approve', comment: 'fine' }
    expect((await site.post('editor', `${EXECUTIONS}/${id}/review`, answer)).status).toBe(200)
    const first = await site.until(id, 'completed')
    const second = await finished(template, { pins: { posts: id, look: id } })
    expect(outputOf(second, 'look')).toEqual(outputOf(first, 'look'))
    const unpinned = await test(template, { pins: { posts: id } })
    await site.until(unpinned.id, ({ nodes }) => nodes.some(({ status }) => status === 'waiting'))
    await site.post('editor', `${EXECUTIONS}/${unpinned.id}/stop`)
  })

  it('should be refused by name when there is nothing of one’s own to take', async () => {
    const template = await site.template(flow([copy('posts'), copy('next')], 'posts>next'))
    const other = await site.template(flow([copy('posts')]))
    const [mine, elsewhere, real] = await Promise.all([
      finished(template, { upTo: 'posts' }),
      finished(other),
      site.launch(template).then(({ id }) => site.until(id, 'completed')),
    ])
    const foreign = await site.post<ExecutionDetail>('rival', LAUNCH, {
      template: await rivalTemplate(),
      params,
      test: true,
    })
    for (const [pins, problem] of [
      [{ ghost: mine.id }, 'pins.ghost unknown_node'],
      [{ posts: UNKNOWN_ID }, 'pins.posts pin_not_found'],
      [{ posts: "x' or 1=1" }, 'pins.posts pin_not_found'],
      [{ posts: foreign.body.id }, 'pins.posts pin_not_found'],
      [{ posts: elsewhere.id }, 'pins.posts pin_not_found'],
      [{ posts: real.id }, 'pins.posts pin_not_test'],
      [{ next: mine.id }, 'pins.next pin_not_completed'],
    ] as const) {
      expect(await refused({ template, test: true, pins })).toEqual([problem])
    }
  })

  async function rivalTemplate(): Promise<string> {
    const { body } = await site.post<{ id: string }>('rival', TEMPLATES, {
      name: 'Theirs',
      category: 'Custom',
      graph: flow([copy('posts')]),
      inputs: [{ name: 'topic', label: 'Topic', type: 'text' }],
    })
    return body.id
  }
})

describe('throwing away what a test made', () => {
  const pictures = flow(
    [
      copy('posts', { quantity: 2, outputStatus: 'published' }),
      image('art', { quantity: 1 }),
      node('join', 'attach_to_document', { strategy: 'one_to_many', matchBy: 'position' }),
    ],
    'posts>art',
    'art>join',
    'posts>join',
  )

  it('should delete documents and images, keep the record, and say the same when asked again', async () => {
    const template = await site.template(pictures)
    const done = await finished(template)
    const { documents, media } = done.outputs
    expect([documents.length, media.length]).toEqual([2, 1])
    const { status, body } = await discard(done.id)
    expect([status, body.kept, body.removed.length]).toEqual([200, [], 3])
    expect(body.execution).toMatchObject({
      status: 'completed',
      discardedAt: expect.any(String),
      outputs: { documents: [], media: [] },
    })
    for (const { id } of documents) expect(await exists('documents', id)).toBe(false)
    for (const { id } of media) expect(await exists('media', id)).toBe(false)
    const again = await discard(done.id)
    expect(again.body).toMatchObject({ removed: [], kept: [] })
    expect(again.body.execution.discardedAt).toBe(body.execution.discardedAt)
    expect(await refused({ template, test: true, pins: { posts: done.id } })).toEqual([
      'pins.posts pin_discarded',
    ])
  })

  it('should be refused for real runs, running tests, viewers and strangers', async () => {
    const template = await site.template(flow([copy('posts', { outputStatus: 'published' })]))
    const real = await site.until((await site.launch(template)).id, 'completed')
    const answer = await site.post<Refusal>('editor', `${EXECUTIONS}/${real.id}/discard`)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'not_a_test'])
    expect(await exists('documents', real.outputs.documents[0]?.id)).toBe(true)

    const waiting = await test(
      await site.template(flow([copy('posts'), review('look')], 'posts>look')),
    )
    await site.until(waiting.id, ({ status }) => status === 'paused')
    const early = await site.post<Refusal>('editor', `${EXECUTIONS}/${waiting.id}/discard`)
    expect([early.status, codeOf(early)]).toEqual([409, 'illegal_transition'])
    expect((await discard(waiting.id, {}, 'viewer')).status).toBe(403)
    expect((await discard(waiting.id, {}, 'rival')).status).toBe(404)
    expect((await discard(UNKNOWN_ID, {}, 'rival')).status).toBe(404)
    await site.post('editor', `${EXECUTIONS}/${waiting.id}/stop`)
    const stopped = await discard(waiting.id)
    expect([stopped.status, stopped.body.removed.length]).toEqual([200, 1])
  })

  it('should name what stays: published since, attached elsewhere, or made by a pinned step', async () => {
    const template = await site.template(pictures)
    const done = await finished(template)
    const [first, second] = done.outputs.documents
    await site.payload.update({
      collection: 'documents',
      id: String(first?.id),
      data: { _status: 'published' },
    })
    const { body } = await discard(done.id)
    expect(body.kept.map(({ code }) => code).toSorted()).toEqual(['in_use', 'published'])
    expect(await exists('documents', first?.id)).toBe(true)
    expect(await exists('documents', second?.id)).toBe(false)
    await site.payload.delete({ collection: 'documents', id: String(first?.id) })
    expect((await discard(done.id)).body).toMatchObject({ kept: [] })

    const other = await finished(template)
    const kept = await discard(other.id, { keepNodes: ['posts'] })
    expect(kept.body.kept.map(({ nodeId, code }) => `${nodeId} ${code}`)).toEqual([
      'posts pinned',
      'posts pinned',
      'art in_use',
    ])
    expect((await finished(template, { pins: { posts: other.id } })).status).toBe('completed')
  })

  it('should never touch what another run made, though its outputs were pinned', async () => {
    const template = await site.template(
      flow([copy('posts', { quantity: 2 }), copy('next')], 'posts>next'),
    )
    const first = await finished(template)
    const second = await finished(template, { pins: { posts: first.id } })
    const { body } = await discard(second.id)
    expect(body.removed.map(({ nodeId }) => nodeId)).toEqual(['next'])
    for (const { id } of first.outputs.documents) expect(await exists('documents', id)).toBe(true)
  })
})
