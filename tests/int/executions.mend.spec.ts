import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { errorAnswer } from '../support/fakeOpenAI.js'
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
  promptOf,
  review,
  startWorkflowSite,
  statesOf,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

let site: WorkflowSite
/** Pieces of the prompts that the model refuses for good. */
let refused: string[] = []
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'mend' })
})
afterAll(() => site.stop())
beforeEach(() => {
  refused = []
  site.fake.requests.length = 0
  site.fake.respond((request) =>
    refused.some((piece) => promptOf(request).includes(piece))
      ? errorAnswer(400, { message: 'Not this one.' })
      : undefined,
  )
})

const mend = <Body = ExecutionDetail>(
  id: string,
  action: 'retry-node' | 'skip-node',
  nodeId: unknown,
) => site.post<Body>('editor', `${EXECUTIONS}/${id}/${action}`, { nodeId })
const documents = async (): Promise<number> =>
  (await site.payload.count({ collection: 'documents' })).totalDocs
const failing = async (graph: Parameters<typeof site.run>[0], ...pieces: string[]) => {
  refused = pieces
  const { id } = await site.run(graph)
  const failed = await site.until(id, 'failed')
  refused = []
  return failed
}
const chain = flow(
  [
    copy('first', { provider: 'fake', quantity: 4 }),
    copy('second', { provider: 'fake', promptTemplate: 'After {{nodes.first.output.count}}' }),
  ],
  'first>second',
)

describe('retry-node', () => {
  it('should run only the failed items again, then what follows', async () => {
    const before = await documents()
    const failed = await failing(chain, 'piece 2 of 4', 'piece 3 of 4')
    expect(failed.error).toMatchObject({ code: 'provider_bad_request', nodeId: 'first' })
    expect(jobsOf(failed, 'first').map(({ status }) => status)).toEqual([
      'completed',
      'failed',
      'failed',
      'completed',
    ])
    expect(statesOf(failed)).toEqual(['first failed', 'second pending'])
    expect(nodeOf(failed, 'first').error?.message).toContain('Not this one')
    expect(await documents()).toBe(before + 2)
    const kept = failed.outputs.documents.map(({ id }) => id)
    const calls = site.fake.requests.length

    const { status, body } = await mend(failed.id, 'retry-node', 'first')
    expect([status, body.status, body.error, body.completedAt]).toEqual([
      200,
      'running',
      null,
      null,
    ])
    const done = await site.until(failed.id, 'completed')
    expect(done.outputs.documents.map(({ id }) => id)).toEqual(expect.arrayContaining(kept))
    expect(done.outputs.documents).toHaveLength(5)
    expect(await documents()).toBe(before + 5)
    expect(site.fake.requests).toHaveLength(calls + 3)
    expect(done.progress).toMatchObject({ itemsDone: 5, itemsTotal: 5, percent: 100 })
    expect(promptOf(site.fake.requests.at(-1)!)).toContain('After 4')
  })

  it('should fail again, and be tried as often as one likes, without leaving anything twice', async () => {
    const before = await documents()
    const { id } = await failing(chain, 'piece 1 of 4')
    refused = ['piece 1 of 4']
    for (let round = 0; round < 3; round += 1) {
      expect((await mend(id, 'retry-node', 'first')).status).toBe(200)
      await site.until(id, 'failed')
    }
    refused = []
    await mend(id, 'retry-node', 'first')
    await site.until(id, 'completed')
    expect(await documents()).toBe(before + 5)
  })

  it('should take one of ten at once', async () => {
    const { id } = await failing(chain, 'piece 1 of 4')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mend(id, 'retry-node', 'first')),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)])
    await site.until(id, 'completed')
    const again = site.fake.requests.filter((request) => promptOf(request).includes('piece 1 of 4'))
    expect(again).toHaveLength(2)
  })

  it('should mend one of two failed steps and name the other', async () => {
    const two = flow(
      [
        copy('left', { provider: 'fake' }),
        copy('right', { provider: 'fake' }),
        node('end', 'merge'),
      ],
      'left>end',
      'right>end',
    )
    const { id } = await failing(two, 'left:', 'right:')
    refused = ['right:']
    await mend(id, 'retry-node', 'left')
    const still = await site.until(id, 'failed')
    expect(statesOf(still).toSorted()).toEqual(['end pending', 'left completed', 'right failed'])
    expect(still.error?.nodeId).toBe('right')
    refused = []
    await mend(id, 'retry-node', 'right')
    expect(outputOf(await site.until(id, 'completed'), 'end')).toMatchObject({ count: 2 })
  })

  it('should be refused for what did not fail, and say why', async () => {
    const { id } = await failing(chain, 'piece 1 of 4')
    const pending = await mend<Refusal>(id, 'retry-node', 'second')
    expect(pending.status).toBe(409)
    expect(pending.body.errors[0].data).toEqual({
      code: 'illegal_transition',
      status: 'failed',
      nodeStatus: 'pending',
      allowed: ['retry-node', 'skip-node'],
    })
    await mend(id, 'retry-node', 'first')
    await site.until(id, 'completed')
    const done = await mend<Refusal>(id, 'retry-node', 'first')
    expect(done.body.errors[0].data).toMatchObject({ status: 'completed', allowed: [] })
    expect(done.body.errors[0].message).toContain('completed')
  })
})

describe('an execution that took too long', () => {
  it('should fail with what it made, and go on from there when retried', async () => {
    const gate = createGate()
    site.fake.respond((request) =>
      promptOf(request).includes('piece 1 of 4') ? undefined : gate.answer,
    )
    const { id } = await site.run(chain)
    await site.until(id, ({ progress }) => progress.itemsDone === 1)
    const past = "set deadline_at = now() - interval '1 second'"
    await site.sql.query(`update payload_workflows.execution ${past} where id = $1`, [id])
    const failed = await site.until(id, 'failed')
    expect(failed.error).toMatchObject({ code: 'execution_timeout', nodeId: null })
    expect(failed.error?.message).toContain('30')
    expect(failed.outputs.documents).toHaveLength(1)
    expect(statesOf(failed)).toEqual(['first cancelled', 'second pending'])
    gate.open()
    expect((await mend(id, 'retry-node', 'first')).status).toBe(200)
    const done = await site.until(id, 'completed')
    expect(done.outputs.documents).toHaveLength(5)
    expect(done.outputs.documents).toContainEqual(failed.outputs.documents[0])
  })
})

describe('skip-node', () => {
  it('should leave a failed step out and go on with what it made', async () => {
    const failed = await failing(chain, 'piece 2 of 4')
    const { status } = await mend(failed.id, 'skip-node', 'first')
    expect(status).toBe(200)
    const done = await site.until(failed.id, 'completed')
    expect(statesOf(done)).toEqual(['first skipped', 'second completed'])
    expect(jobsOf(done, 'first').map((job) => job.status)).toEqual([
      'completed',
      'skipped',
      'completed',
      'completed',
    ])
    expect(promptOf(site.fake.requests.at(-1)!)).toContain('After 3')
    expect(done.progress).toMatchObject({ itemsDone: 4, itemsTotal: 4, percent: 100 })
    expect(done.error).toBeNull()
  })

  it('should leave out a step that has not begun, when its turn comes', async () => {
    const gate = createGate()
    site.fake.respond((request) => (promptOf(request).includes('After') ? undefined : gate.answer))
    const graph = flow(
      [
        copy('first', { provider: 'fake' }),
        copy('middle', { quantity: 5 }),
        copy('last', { promptTemplate: 'Seen: {{nodes.middle.output.count}}' }),
      ],
      'first>middle',
      'middle>last',
    )
    const { id } = await site.run(graph)
    await site.until(id, 'running')
    expect((await mend(id, 'skip-node', 'middle')).status).toBe(200)
    gate.open()
    const done = await site.until(id, 'completed')
    expect(statesOf(done)).toEqual(['first completed', 'middle skipped', 'last completed'])
    expect(jobsOf(done, 'middle')).toEqual([])
    expect(jobsOf(done, 'last')[0]?.input).toMatchObject({ prompt: 'Seen: 0' })
    expect(done.progress).toMatchObject({ itemsDone: 2, itemsTotal: 2 })
  })

  it('should leave out a step that a pause keeps from beginning', async () => {
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const { id } = await site.run(chain)
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(4)
    await site.post('editor', `${EXECUTIONS}/${id}/pause`)
    gate.open()
    await site.until(id, ({ nodes }) => nodes[0]?.status === 'completed')
    const { status, body } = await mend(id, 'skip-node', 'second')
    expect([status, statesOf(body)]).toEqual([200, ['first completed', 'second skipped']])
    expect(body.status).toBe('completed')
  })

  it.each([
    ['that could not be answered', 'greater_than', 'failed'],
    ['that has not begun', 'equals', 'running'],
  ] as const)('should take the false branch of a condition %s', async (_name, operator, when) => {
    const rules = [{ field: 'params.topic', operator, value: 3 }]
    const held = createGate()
    site.fake.respond(() => held.answer)
    const { id } = await site.run(
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
    if (when === 'failed') held.open()
    await site.until(id, when)
    await mend(id, 'skip-node', 'gate')
    held.open()
    const [, ...states] = statesOf(await site.until(id, 'completed'))
    expect(states.toSorted()).toEqual(['gate skipped', 'no completed', 'yes skipped'])
  })

  it('should be refused for what runs, waits or is over', async () => {
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const graph = flow([copy('first', { provider: 'fake' }), review('look')], 'first>look')
    const { id } = await site.run(graph)
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(1)
    const running = await mend<Refusal>(id, 'skip-node', 'first')
    expect([running.status, codeOf(running)]).toEqual([409, 'illegal_transition'])
    gate.open()
    await site.until(id, 'paused')
    for (const nodeId of ['first', 'look']) {
      expect((await mend(id, 'skip-node', nodeId)).status).toBe(409)
    }
    expect((await site.read(id)).status).toBe('paused')
  })
})

describe('both', () => {
  it.each(['retry-node', 'skip-node'] as const)('should know the steps: %s', async (action) => {
    const { id } = await failing(chain, 'piece 1 of 4')
    for (const nodeId of ['nope', '__proto__', 'constructor', 'toString', '{{topic}}', "'"]) {
      const answer = await mend<Refusal>(id, action, nodeId)
      expect([answer.status, codeOf(answer)]).toEqual([422, 'unknown_node'])
      expect(answer.body.errors[0].data.issues?.[0]?.path).toBe('nodeId')
    }
    for (const nodeId of [undefined, null, '', 7, ['first'], 'x'.repeat(65)]) {
      expect((await mend(id, action, nodeId)).status).toBe(422)
    }
    const path = `${EXECUTIONS}/${id}/${action}`
    expect((await site.post('viewer', path, { nodeId: 'first' })).status).toBe(403)
    expect((await site.post('rival', path, { nodeId: 'first' })).status).toBe(404)
    expect((await site.read(id)).status).toBe('failed')
  })
})
