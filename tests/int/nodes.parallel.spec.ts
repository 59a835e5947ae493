import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { errorAnswer, textAnswer, type FakeAnswer } from '../support/fakeOpenAI.js'
import {
  copy,
  createGate,
  flow,
  jobsOf,
  node,
  nodeOf,
  outputOf,
  promptOf,
  startWorkflowSite,
  statesOf,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>

let site: WorkflowSite
/** How many requests the model had at once, now and at most. */
let now = 0
let most = 0
const counted =
  (answer: FakeAnswer): FakeAnswer =>
  async (exchange) => {
    now += 1
    most = Math.max(most, now)
    exchange.response.once('close', () => (now -= 1))
    await answer(exchange)
  }

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'parallel', slots: 40 })
})
afterAll(() => site.stop())
beforeEach(() => {
  most = 0
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

const fakeCopy = (id: string, config: Json = {}) => copy(id, { provider: 'fake', ...config })
const lanes = (config: Json, quantity = 1, merge: Json = {}) =>
  flow(
    [
      node('start', 'parallel', config),
      fakeCopy('left', { quantity }),
      fakeCopy('right', { quantity }),
      node('end', 'merge', merge),
      copy('last', { promptTemplate: 'Last: {{nodes.end.output.count}}' }),
    ],
    'start>left',
    'start>right',
    'left>end',
    'right>end',
    'end>last',
  )
const says = (request: { body: Json }, piece: string) => promptOf(request).includes(piece)

describe('how much runs at once', () => {
  /** Nothing is answered before as many are asked for as may be. */
  const heldUntil = async (id: string, limit: number, open: () => void) => {
    await expect.poll(() => now, { timeout: 30_000 }).toBe(limit)
    const { rows } = await site.sql.query(
      'select state, count(*)::int from payload_workflows.job where exec = $1 group by 1',
      [id],
    )
    open()
    const done = await site.until(id, 'completed')
    expect(most).toBe(limit)
    return { done, states: Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
  }

  it('should be as many jobs of the branches together as the parallel allows', async () => {
    const gate = createGate(textAnswer({ latencyMs: 30 }))
    site.fake.respond(() => counted(gate.answer))
    const { id } = await site.run(lanes({ maxConcurrent: 3 }, 6))
    const { done, states } = await heldUntil(id, 3, gate.open)
    expect(states).toEqual({ done: 1, queued: 9, running: 3 })
    expect(outputOf(done, 'end')).toMatchObject({ count: 12 })
  })

  it('should be jobs of each branch, not all of one before the first of the other', async () => {
    const gate = createGate()
    site.fake.respond(() => counted(gate.answer))
    const { id } = await site.run(lanes({ maxConcurrent: 4 }, 6))
    await expect.poll(() => now, { timeout: 30_000 }).toBe(4)
    const { rows } = await site.sql.query(
      `select node, idx from payload_workflows.job where exec = $1 and state = 'running' order by 1, 2`,
      [id],
    )
    gate.open()
    await site.until(id, 'completed')
    expect(rows.map(({ node: branch, idx }) => `${branch} ${idx}`)).toEqual([
      'left 0',
      'left 1',
      'right 0',
      'right 1',
    ])
  })

  it('should be 20 jobs of one execution', async () => {
    const gate = createGate(textAnswer({ latencyMs: 30 }))
    site.fake.respond(() => counted(gate.answer))
    const { id } = await site.run(flow([fakeCopy('posts', { quantity: '{{count}}' })]), {
      params: { topic: 'tea', count: 40 },
    })
    const { done, states } = await heldUntil(id, 20, gate.open)
    expect(states).toEqual({ queued: 20, running: 20 })
    expect(done.progress).toMatchObject({ itemsDone: 40, itemsTotal: 40 })
    expect(done.jobs.every(({ attempts }) => attempts === 1)).toBe(true)
  })
})

describe('waitForAll', () => {
  /** The right branch is held back. */
  const heldBack = async (waitForAll: boolean) => {
    const gate = createGate()
    site.fake.respond((request) => (says(request, 'right:') ? gate.answer : undefined))
    const { id } = await site.run(lanes({ waitForAll }))
    const seen = await site.until(id, ({ nodes }) =>
      nodes.some(({ id: name, status }) =>
        waitForAll
          ? name === 'left' && status === 'completed'
          : name === 'last' && status === 'completed',
      ),
    )
    return { id, seen, open: gate.open }
  }

  it('should keep the merge waiting for the last branch', async () => {
    const { id, seen, open } = await heldBack(true)
    expect([nodeOf(seen, 'right').status, nodeOf(seen, 'end').status]).toEqual([
      'running',
      'pending',
    ])
    open()
    expect(outputOf(await site.until(id, 'completed'), 'end')).toMatchObject({ count: 2 })
  })

  it('should let the merge go on with the first branch when it is off', async () => {
    const { id, seen, open } = await heldBack(false)
    expect([seen.status, nodeOf(seen, 'right').status]).toEqual(['running', 'running'])
    expect(outputOf(seen, 'end')).toMatchObject({ count: 1 })
    open()
    const done = await site.until(id, 'completed')
    expect(statesOf(done)).toContain('right completed')
    expect([outputOf(done, 'end').count, jobsOf(done, 'last').length]).toEqual([1, 1])
  })
})

describe('continueOnError', () => {
  const broken = (request: { body: Json }) =>
    says(request, 'left:') ? errorAnswer(400, { message: 'Not this.' }) : undefined

  it('should go on with the branches that worked', async () => {
    site.fake.respond(broken)
    const { id } = await site.run(lanes({ continueOnError: true }))
    const done = await site.until(id, 'completed')
    expect(statesOf(done)).toEqual([
      'start completed',
      'left failed',
      'right completed',
      'end completed',
      'last completed',
    ])
    expect(nodeOf(done, 'left').error?.message).toContain('Not this.')
    expect(outputOf(done, 'end')).toMatchObject({ count: 1 })
    expect(done.error).toBeNull()
  })

  it('should go on with the items that worked', async () => {
    site.fake.respond((request) =>
      says(request, 'left:') && says(request, 'piece 2 of 3')
        ? errorAnswer(400, { message: 'Not this.' })
        : undefined,
    )
    const { id } = await site.run(lanes({ continueOnError: true }, 3))
    expect(outputOf(await site.until(id, 'completed'), 'end')).toMatchObject({ count: 5 })
  })

  it('should fail the execution when it is off, after the other branches have ended', async () => {
    site.fake.respond(broken)
    const { id } = await site.run(lanes({ continueOnError: false }))
    const failed = await site.until(id, 'failed')
    expect(statesOf(failed)).toEqual([
      'start completed',
      'left failed',
      'right completed',
      'end pending',
      'last pending',
    ])
    expect(failed.error).toMatchObject({ code: 'provider_bad_request', nodeId: 'left' })
  })
})

describe('merge', () => {
  const titled = (title: string) =>
    textAnswer({ text: JSON.stringify({ title, body: `${title}.` }) })
  const merged = async (merge: Json) => {
    site.fake.respond((request) => {
      const branch = says(request, 'left:') ? 'left' : 'right'
      const piece = /piece (\d) of/.exec(promptOf(request))?.[1]
      return titled(`${branch} ${piece}`)
    })
    const { id } = await site.run(lanes({}, 2, merge))
    return outputOf(await site.until(id, 'completed'), 'end')
  }
  const titlesOf = (output: Json) => (output.items as Json[]).map(({ title }) => title)

  it('should put one branch behind the other', async () => {
    const output = await merged({ strategy: 'concatenate' })
    expect(titlesOf(output)).toEqual(['left 1', 'left 2', 'right 1', 'right 2'])
    expect(output).toMatchObject({
      text: 'left 1.\n\nleft 2.\n\nright 1.\n\nright 2.',
      word_count: 8,
      count: 4,
    })
    expect(output).not.toHaveProperty('branches')
  })

  it('should take one item of each branch in turn', async () => {
    const output = await merged({ strategy: 'interleave' })
    expect(titlesOf(output)).toEqual(['left 1', 'right 1', 'left 2', 'right 2'])
  })

  it('should keep the branches apart', async () => {
    const { branches } = await merged({ strategy: 'by_branch' })
    const { left, right } = branches as Record<string, Json[]>
    expect(left?.map(({ title }) => title)).toEqual(['left 1', 'left 2'])
    expect(right).toHaveLength(2)
  })

  it('should work when a branch was skipped', async () => {
    const rules = [{ field: 'params.topic', operator: 'equals', value: 'tea' }]
    const { id } = await site.run(
      flow(
        [
          node('gate', 'conditional', { rules }),
          copy('yes'),
          copy('no'),
          copy('always'),
          node('end', 'merge'),
          copy('last', { promptTemplate: '{{nodes.no.output.text}}|{{nodes.end.output.count}}' }),
        ],
        'gate.true>yes',
        'gate.false>no',
        'yes>end',
        'no>end',
        'always>end',
        'end>last',
      ),
    )
    const done = await site.until(id, 'completed')
    expect(nodeOf(done, 'no').status).toBe('skipped')
    expect(outputOf(done, 'end')).toMatchObject({ count: 2 })
    expect(jobsOf(done, 'last')[0]?.input).toMatchObject({ prompt: '|2' })
  })

  it('should be skipped when all its branches were', async () => {
    const rules = [{ field: 'params.topic', operator: 'equals', value: 'coffee' }]
    const { id } = await site.run(
      flow(
        [node('gate', 'conditional', { rules }), copy('a'), copy('b'), node('end', 'merge')],
        'gate.true>a',
        'gate.true>b',
        'a>end',
        'b>end',
      ),
    )
    expect(statesOf(await site.until(id, 'completed'))).toEqual([
      'gate completed',
      'a skipped',
      'b skipped',
      'end skipped',
    ])
  })

  it('should run once however many branches end at the same moment', async () => {
    const names = Array.from({ length: 15 }, (_, at) => `b${at}`)
    const gate = createGate()
    site.fake.respond(() => gate.answer)
    const { id } = await site.run(
      flow(
        [...names.map((name) => fakeCopy(name)), node('end', 'merge')],
        ...names.map((name) => `${name}>end`),
      ),
    )
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(15)
    gate.open()
    const done = await site.until(id, 'completed')
    expect(jobsOf(done, 'end')).toMatchObject([{ attempts: 1, output: { count: 15 } }])
  })
})
