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
  outputOf,
  review,
  startWorkflowSite,
  statesOf,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>

let site: WorkflowSite
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'review' })
})
afterAll(() => site.stop())
beforeEach(() => site.fake.respond(() => undefined))

const answer = <Body = ExecutionDetail>(id: string, json: Json = {}, who: Person = 'editor') =>
  site.post<Body>(who, `${EXECUTIONS}/${id}/review`, {
    nodeId: 'look',
    decision: 'approve',
    ...json,
  })
const refusal = (id: string, json?: Json, who?: Person) => answer<Refusal>(id, json, who)
const graphOf = (config: Json = {}) =>
  flow(
    [
      copy('posts', { quantity: 3 }),
      review('look', config),
      copy('last', { promptTemplate: '{{nodes.look.output.count}}: {{previous_output}}' }),
    ],
    'posts>look',
    'look>last',
  )
const waiting = async (config: Json = {}): Promise<ExecutionDetail> => {
  const { id } = await site.run(graphOf(config))
  return site.until(id, 'paused')
}

describe('a review', () => {
  it('should wait without a job running or a worker held', async () => {
    const paused = await waiting()
    expect(paused).toMatchObject({
      status: 'paused',
      pauseReason: 'review',
      progress: { currentNodes: [{ id: 'look', label: 'The look' }], etaMs: null },
    })
    expect(paused.allowed).toContain('review')
    expect(statesOf(paused)).toEqual(['posts completed', 'look waiting', 'last pending'])
    const { rows } = await site.sql.query(
      "select count(*)::int from payload_workflows.job where exec = $1 and owner is not null and state <> 'done'",
      [paused.id],
    )
    expect(rows[0].count).toBe(0)
    expect((await site.call<Json>('nobody', '/workflows/health')).body.queue).toEqual({
      ready: 0,
      running: 0,
    })
  })

  it('should let other branches go on meanwhile', async () => {
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const { id } = await site.run(
      flow(
        [copy('posts'), review('look'), copy('slow', { provider: 'fake' }), copy('later')],
        'posts>look',
        'slow>later',
      ),
    )
    const both = await site.until(id, ({ nodes }) => nodes.some((one) => one.status === 'waiting'))
    expect(both).toMatchObject({ status: 'running', pauseReason: null })
    gate.open()
    const paused = await site.until(id, 'paused')
    expect(nodeOf(paused, 'later').status).toBe('completed')
    expect((await answer(id)).body.status).toBe('completed')
  })

  it('should go on with everything when approved, and remember who and what they said', async () => {
    const { id } = await waiting()
    const { status, body } = await answer(id, { comment: 'Lovely.' })
    expect([status, body.status, body.pauseReason]).toEqual([200, 'running', null])
    const done = await site.until(id, 'completed')
    expect(nodeOf(done, 'look').review).toMatchObject({
      decision: 'approve',
      decidedBy: 'Emil Editor',
      comment: 'Lovely.',
      decidedAt: expect.stringMatching(/Z$/),
    })
    expect(outputOf(done, 'look')).toMatchObject({
      decision: 'approve',
      comment: 'Lovely.',
      count: 3,
    })
    expect(jobsOf(done, 'last')[0]?.input).toMatchObject({
      prompt: expect.stringMatching(/^3: ./),
    })
  })

  it('should let only the selected items through, in their order', async () => {
    const { id, jobs } = await waiting({ reviewType: 'selection' })
    const [first, , third] = jobs.filter(({ nodeId }) => nodeId === 'posts')
    await answer(id, { selected: [third!.id, first!.id] })
    const done = await site.until(id, 'completed')
    const { items } = outputOf(done, 'look') as { items: Json[] }
    expect(items.map(({ title }) => title)).toEqual(
      [first, third].map((job) => (job?.output as Json).title),
    )
  })

  it('should let nothing through when nothing is selected', async () => {
    const { id } = await waiting({ reviewType: 'selection' })
    await answer(id, { selected: [] })
    const done = await site.until(id, 'completed')
    expect(jobsOf(done, 'last')[0]?.input).toMatchObject({ prompt: '0: ' })
  })

  it('should bring edits into the documents and keep what the model wrote', async () => {
    const { id, jobs } = await waiting({ reviewType: 'edit' })
    const [first, second] = jobs.filter(({ nodeId }) => nodeId === 'posts')
    const edits = [
      {
        jobId: first!.id,
        data: { title: 'Better', text: 'Said **well** and [here](https://a.b).' },
      },
    ]
    expect((await answer(id, { edits })).status).toBe(200)
    const done = await site.until(id, 'completed')
    const { items, text } = outputOf(done, 'look') as { items: Json[]; text: string }
    expect(items[0]).toMatchObject({ title: 'Better', word_count: 7 })
    expect(text).toMatch(/^Said \*\*well\*\*/)

    const { document_id: changed } = first!.output as Json
    const document = await site.payload.findByID({
      collection: 'documents',
      id: String(changed),
      draft: true,
    })
    expect(document).toMatchObject({ title: 'Better', _status: 'draft' })
    const body = JSON.stringify(document.body)
    expect(body).toContain('"text":"well"')
    expect(body).toContain('https://a.b')
    const untouched = (second!.output as Json).document_id
    expect(
      await site.payload.findByID({ collection: 'documents', id: String(untouched), draft: true }),
    ).toMatchObject({ title: (second!.output as Json).title })
    expect(jobsOf(done, 'posts')[0]?.output).toEqual(first!.output)
    const { docs } = await site.payload.findVersions({
      collection: 'documents',
      where: { parent: { equals: changed } },
    })
    expect(docs.map(({ version }) => version.title)).toContain((first!.output as Json).title)
  })

  it('should stop there when rejected, and wait again when retried', async () => {
    const { id } = await waiting()
    const { body } = await answer(id, { decision: 'reject', comment: 'Too long.' })
    expect(body.status).toBe('failed')
    expect(body.error).toMatchObject({ code: 'review_rejected', nodeId: 'look' })
    expect(body.error?.message).toBe('Emil Editor rejected this: Too long.')
    expect(statesOf(body)).toEqual(['posts completed', 'look failed', 'last pending'])
    const retried = await site.post<ExecutionDetail>('editor', `${EXECUTIONS}/${id}/retry-node`, {
      nodeId: 'look',
    })
    expect(retried.body).toMatchObject({ status: 'paused', pauseReason: 'review', error: null })
    expect(nodeOf(retried.body, 'look')).toMatchObject({
      status: 'waiting',
      review: { decision: null, decidedBy: null, comment: null },
    })
    await answer(id)
    const done = await site.until(id, 'completed')
    expect(outputOf(done, 'look')).toMatchObject({ decision: 'approve', count: 3 })
    expect(done.outputs.documents).toHaveLength(4)
  })

  it('should flow on when rejected where a condition reads the decision', async () => {
    const rules = [{ field: 'nodes.look.output.decision', operator: 'equals', value: 'approve' }]
    const { id } = await site.run(
      flow(
        [
          copy('posts'),
          review('look'),
          node('gate', 'conditional', { rules }),
          copy('yes'),
          copy('no'),
        ],
        'posts>look',
        'look>gate',
        'gate.true>yes',
        'gate.false>no',
      ),
    )
    await site.until(id, 'paused')
    await answer(id, { decision: 'reject' })
    const done = await site.until(id, 'completed')
    expect(statesOf(done).toSorted()).toEqual([
      'gate completed',
      'look completed',
      'no completed',
      'posts completed',
      'yes skipped',
    ])
    expect(outputOf(done, 'look')).toMatchObject({ decision: 'reject', count: 0, items: [] })
  })

  it('should approve by itself when its time is up', async () => {
    const { id } = await site.run(graphOf({ autoApproveAfterMinutes: 0.01 }))
    const open = await site.until(id, 'paused')
    expect(Date.parse(nodeOf(open, 'look').review?.autoAt ?? '')).toBeGreaterThan(0)
    const done = await site.until(id, ({ status }) => status === 'completed')
    expect(nodeOf(done, 'look').review).toMatchObject({
      decision: 'approve',
      decidedBy: 'Automatic approval',
    })
    expect(outputOf(done, 'look')).toMatchObject({ count: 3 })
  })
})

describe('who may answer', () => {
  it('should be editors where nobody is named', async () => {
    const { id } = await waiting()
    const viewer = await refusal(id, {}, 'viewer')
    expect([viewer.status, codeOf(viewer)]).toEqual([403, 'role_too_low'])
    expect((await refusal(id, {}, 'rival')).status).toBe(404)
    expect((await refusal(id, {}, 'nobody')).status).toBe(401)
    expect((await answer(id, {}, 'demo')).status).toBe(200)
  })

  it('should be the reviewers and nobody else where some are named', async () => {
    const { id } = await waiting({ reviewers: [site.studios.users.viewer] })
    for (const who of ['editor', 'demo'] as const) {
      const { status, body } = await refusal(id, {}, who)
      expect([status, body.errors[0].data.code]).toEqual([403, 'not_a_reviewer'])
    }
    expect((await site.read(id)).status).toBe('paused')
    expect((await answer(id, {}, 'viewer')).status).toBe(200)
  })

  it('should not give reviewers rights they do not have', async () => {
    const { id, jobs } = await waiting({ reviewers: [site.studios.users.viewer] })
    const edits = [{ jobId: jobs[0]!.id, data: { title: 'Mine' } }]
    const { status } = await refusal(id, { edits }, 'viewer')
    expect(status).toBe(403)
    const document = await site.payload.findByID({
      collection: 'documents',
      id: String((jobs[0]!.output as Json).document_id),
      draft: true,
    })
    expect(document.title).not.toBe('Mine')
    expect((await site.read(id)).status).toBe('paused')
  })
})
