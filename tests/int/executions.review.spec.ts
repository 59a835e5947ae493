import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  codeOf,
  copy,
  createGate,
  EXECUTIONS,
  flow,
  jobsOf,
  nodeOf,
  review,
  startWorkflowSite,
  UNKNOWN_ID,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>

let site: WorkflowSite
let template: string
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'answers' })
  template = await site.template(
    flow(
      [copy('posts', { quantity: 2 }), review('look', { reviewType: 'edit' }), copy('last')],
      'posts>look',
      'look>last',
    ),
  )
})
afterAll(() => site.stop())

const answer = <Body = Refusal>(id: string, json: Json = {}, who: Person = 'editor') =>
  site.post<Body>(who, `${EXECUTIONS}/${id}/review`, {
    nodeId: 'look',
    decision: 'approve',
    ...json,
  })
const waiting = async (): Promise<ExecutionDetail> => {
  const { id } = await site.launch(template)
  return site.until(id, 'paused')
}
const titleOf = async (id: unknown): Promise<string> =>
  (await site.payload.findByID({ collection: 'documents', id: String(id), draft: true })).title
const documentOf = (execution: ExecutionDetail, at = 0) =>
  String((jobsOf(execution, 'posts')[at]?.output as Json).document_id)

describe('answers to a review', () => {
  it('should count once: the second hears who was first, and how they decided', async () => {
    const { id } = await waiting()
    await answer(id, {}, 'demo')
    const { status, body } = await answer(id, { decision: 'reject' })
    expect(status).toBe(409)
    expect(body.errors[0].data).toMatchObject({
      code: 'already_decided',
      decision: 'approve',
      decidedBy: 'Dana Demo',
      decidedAt: expect.stringMatching(/^\d{4}-/),
    })
    expect(body.errors[0].message).toContain('Dana Demo')
    const done = await site.until(id, 'completed')
    expect(nodeOf(done, 'look').review).toMatchObject({ decision: 'approve' })
  })

  it.each([
    ['without edits', () => ({})],
    [
      'with edits',
      (execution: ExecutionDetail, at: number) => ({
        edits: [
          { jobId: jobsOf(execution, 'posts')[0]!.id, data: { title: `Title ${at}` } },
          { jobId: jobsOf(execution, 'posts')[1]!.id, data: { title: `Other ${at}` } },
        ],
      }),
    ],
  ])('should let exactly one of twenty at once through, %s', async (_name, more) => {
    const execution = await waiting()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        answer(execution.id, {
          comment: `Answer ${at}`,
          ...more(execution, at),
        }),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([200, ...Array(19).fill(409)])
    const winner = statuses.indexOf(200)
    const done = await site.until(execution.id, 'completed')
    expect(nodeOf(done, 'look').review?.comment).toBe(`Answer ${winner}`)
    expect(jobsOf(done, 'last')).toHaveLength(1)
    if (!('edits' in more(execution, 0))) return
    expect(await titleOf(documentOf(execution))).toBe(`Title ${winner}`)
    expect(await titleOf(documentOf(execution, 1))).toBe(`Other ${winner}`)
  })

  it('should be one decision of approvals and rejections at once', async () => {
    const { id } = await waiting()
    const decisions = Array.from({ length: 10 }, (_, at) => (at % 2 ? 'approve' : 'reject'))
    const answers = await Promise.all(decisions.map((decision) => answer(id, { decision })))
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    const won = decisions[statuses.indexOf(200)]
    await site.until(id, won === 'approve' ? 'completed' : 'failed')
  })

  it('should change no document when they come too late', async () => {
    const execution = await waiting()
    const before = await titleOf(documentOf(execution))
    await answer(execution.id)
    const edits = [{ jobId: jobsOf(execution, 'posts')[0]!.id, data: { title: 'Too late' } }]
    expect((await answer(execution.id, { edits })).status).toBe(409)
    expect(await titleOf(documentOf(execution))).toBe(before)
  })

  it('should change all documents or none', async () => {
    const execution = await waiting()
    const [first, second] = jobsOf(execution, 'posts')
    const before = await titleOf(documentOf(execution))
    const { status, body } = await answer(execution.id, {
      edits: [
        { jobId: first!.id, data: { title: 'Fine' } },
        { jobId: second!.id, data: { no_such_field: 'x' } },
      ],
    })
    expect(status).toBe(422)
    expect(body.errors[0].data.issues).toMatchObject([
      { code: 'unknown_field', path: 'edits[1].data' },
    ])
    expect(await titleOf(documentOf(execution))).toBe(before)
    expect((await site.read(execution.id)).status).toBe('paused')
  })

  it.each([
    ['a document’s workspace', { workspace: UNKNOWN_ID }],
    ['its id', { id: UNKNOWN_ID }],
    ['its publication', { _status: 'published' }],
    ['its title to nothing', { title: '' }],
    ['a choice that is none', { status: 'sideways' }],
  ])('should not set %s', async (_name, data) => {
    const execution = await waiting()
    const edits = [{ jobId: jobsOf(execution, 'posts')[0]!.id, data }]
    const { status, body } = await answer(execution.id, { edits })
    expect([status, body.errors[0].data.issues?.[0]?.path]).toEqual([422, 'edits[0].data'])
    expect((await site.read(execution.id)).status).toBe('paused')
    await site.post('editor', `${EXECUTIONS}/${execution.id}/stop`)
  })

  it('should wait for somebody who is editing the document', async () => {
    const execution = await waiting()
    const document = documentOf(execution)
    const lock = await site.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'documents', value: document },
        user: { relationTo: 'users', value: site.studios.users.demo },
      } as never,
    })
    const edits = [{ jobId: jobsOf(execution, 'posts')[0]!.id, data: { title: 'Mine' } }]
    const locked = await answer(execution.id, { edits })
    expect([locked.status, codeOf(locked)]).toEqual([409, 'document_locked'])
    await site.payload.delete({ collection: 'payload-locked-documents', id: lock.id })
    expect((await answer(execution.id, { edits })).status).toBe(200)
    expect(await titleOf(document)).toBe('Mine')
  })

  it('should be refused with their place when they name what is not there', async () => {
    const execution = await waiting()
    const other = await waiting()
    const foreign = jobsOf(other, 'posts')[0]!.id
    const { status, body } = await answer(execution.id, {
      selected: [foreign, 'nothing'],
      edits: [{ jobId: UNKNOWN_ID, data: {} }],
    })
    expect(status).toBe(422)
    expect(body.errors[0].data.issues?.map(({ code, path }) => [code, path])).toEqual([
      ['unknown_job', 'selected[0]'],
      ['unknown_job', 'selected[1]'],
      ['unknown_job', 'edits[0].jobId'],
    ])
    const wrong: [Json, string][] = [
      [{ nodeId: 'nope' }, 'nodeId'],
      [{ nodeId: 'posts' }, 'nodeId'],
      [{ nodeId: 7 }, 'nodeId'],
      [{ decision: 'maybe' }, 'decision'],
      [{ decision: undefined }, 'decision'],
      [{ comment: 'x'.repeat(5_001) }, 'comment'],
      [{ selected: 'all' }, 'selected'],
      [{ edits: [{ jobId: foreign }] }, 'edits[0].data'],
      [{ edits: {} }, 'edits'],
    ]
    for (const [json, path] of wrong) {
      const refused = await answer(execution.id, json)
      expect([refused.status, refused.body.errors[0].data.issues?.[0]?.path]).toEqual([422, path])
    }
    expect((await site.read(execution.id)).status).toBe('paused')
  })

  it('should be refused before the review’s turn and after the end', async () => {
    const { id } = await waiting()
    await site.post('editor', `${EXECUTIONS}/${id}/stop`)
    const stopped = await answer(id)
    expect([stopped.status, codeOf(stopped)]).toEqual([409, 'not_waiting'])
    expect(stopped.body.errors[0].data).toMatchObject({ status: 'stopped', allowed: [] })
    const early = await site.run(
      flow([copy('a'), review('first'), review('look')], 'a>first', 'first>look'),
    )
    await site.until(early.id, 'paused')
    const { status, body } = await answer(early.id)
    expect([status, body.errors[0].data]).toMatchObject([
      409,
      { code: 'not_waiting', status: 'paused' },
    ])
  })

  it('should be waited for again after a time limit cut it off', async () => {
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const { id } = await site.run(
      flow(
        [copy('posts'), review('look'), copy('slow', { provider: 'fake' }), copy('end')],
        'posts>look',
        'slow>end',
      ),
    )
    await site.until(id, ({ nodes }) => nodes.some(({ status }) => status === 'waiting'))
    await site.sql.query(
      "update payload_workflows.execution set deadline_at = now() - interval '1 s' where id = $1",
      [id],
    )
    await site.until(id, 'failed')
    expect((await answer(id)).status).toBe(409)
    gate.open()
    await site.post('editor', `${EXECUTIONS}/${id}/retry-node`, { nodeId: 'slow' })
    const again = await site.until(id, 'paused')
    expect(nodeOf(again, 'look').status).toBe('waiting')
    expect((await answer<ExecutionDetail>(id)).body.status).toBe('completed')
  })

  it('should be taken while a person has paused, and lead on after resume', async () => {
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const { id } = await site.run(
      flow(
        [copy('posts'), review('look'), copy('slow', { provider: 'fake' }), copy('last')],
        'posts>look',
        'look>last',
        'slow>last',
      ),
    )
    await site.until(id, ({ nodes }) => nodes.some(({ status }) => status === 'waiting'))
    await site.post('editor', `${EXECUTIONS}/${id}/pause`)
    const answered = await answer<ExecutionDetail>(id)
    expect([answered.status, answered.body.status]).toEqual([200, 'paused'])
    gate.open()
    const paused = await site.until(id, ({ progress }) => progress.itemsDone === 3)
    expect(paused).toMatchObject({ status: 'paused', pauseReason: 'user' })
    await site.post('editor', `${EXECUTIONS}/${id}/resume`)
    expect(jobsOf(await site.until(id, 'completed'), 'last')).toHaveLength(1)
  })
})
