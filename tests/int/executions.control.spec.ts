import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { errorAnswer, hang } from '../support/fakeOpenAI.js'
import {
  copy,
  createGate,
  EXECUTIONS,
  flow,
  jobsOf,
  nodeOf,
  review,
  startWorkflowSite,
  statesOf,
  UNKNOWN_ID,
  type Answer,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

let site: WorkflowSite
let twoSteps: string
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'control' })
  twoSteps = await site.template(
    flow(
      [copy('first', { provider: 'fake', quantity: 2 }), copy('second', { provider: 'fake' })],
      'first>second',
    ),
  )
})
afterAll(() => site.stop())
beforeEach(() => {
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

/** Without a body, as a script would send it. */
const control = <Body = ExecutionDetail>(id: string, action: string, who: Person = 'editor') =>
  site.call<Body>(who, `${EXECUTIONS}/${id}/${action}`, { method: 'POST' })
const asked = (count: number) =>
  expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(count)
/** An execution whose first step waits for the model. */
const launchGated = async () => {
  const gate = createGate()
  site.fake.respond(() => gate.answer)
  const { id } = await site.launch(twoSteps)
  await asked(2)
  return { id, open: gate.open }
}

describe('pause and resume', () => {
  it('should finish what runs, start nothing more, and go on without doing anything twice', async () => {
    const { id, open } = await launchGated()
    const paused = await control(id, 'pause')
    expect([paused.status, paused.body.status, paused.body.pauseReason]).toEqual([
      200,
      'paused',
      'user',
    ])
    open()
    const settled = await site.until(id, ({ nodes }) => nodes[0]?.status === 'completed')
    expect(settled).toMatchObject({ status: 'paused', progress: { itemsDone: 2, percent: 66 } })
    expect(jobsOf(settled, 'second').map(({ status }) => status)).toEqual(['pending'])
    expect(nodeOf(settled, 'second').status).toBe('pending')
    expect(settled.allowed).toContain('resume')
    expect(site.fake.requests).toHaveLength(2)

    const resumed = await control(id, 'resume')
    expect([resumed.status, resumed.body.status, resumed.body.pauseReason]).toEqual([
      200,
      'running',
      null,
    ])
    const done = await site.until(id, 'completed')
    expect(site.fake.requests).toHaveLength(3)
    expect(done.outputs.documents).toHaveLength(3)
    expect(done.jobs.map(({ attempts }) => attempts)).toEqual([1, 1, 1])
  })

  it('should go on as if nothing had been when resumed before the running items end', async () => {
    const { id, open } = await launchGated()
    await control(id, 'pause')
    expect((await control(id, 'resume')).body.status).toBe('running')
    open()
    await site.until(id, 'completed')
    expect(site.fake.requests).toHaveLength(3)
  })
})

describe('stop', () => {
  it('should cut open calls, cancel what is unfinished and keep what was made', async () => {
    let answered = 0
    site.fake.respond(() => (answered++ === 0 ? undefined : hang()))
    const { id } = await site.launch(twoSteps)
    const running = await site.until(id, ({ progress }) => progress.itemsDone === 1)
    expect(running.progress).toMatchObject({ currentNodes: [{ id: 'first', label: 'The first' }] })
    expect(running.progress.etaMs).toBeGreaterThan(0)
    const stopped = await control(id, 'stop')
    expect([stopped.status, stopped.body.status]).toEqual([200, 'stopped'])
    expect(stopped.body.completedAt).not.toBeNull()
    const statuses = stopped.body.jobs.map(({ status }) => status)
    expect(statuses.toSorted()).toEqual(['cancelled', 'completed'])
    expect(statesOf(stopped.body)).toEqual(['first cancelled', 'second cancelled'])
    await expect.poll(() => site.fake.requests.filter(({ abortedAt }) => abortedAt).length).toBe(1)
    const later = await site.read(id)
    expect(later).toMatchObject({ status: 'stopped', progress: { itemsDone: 1 } })
    const { id: document } = later.outputs.documents[0]!
    expect(await site.payload.findByID({ collection: 'documents', id: document })).toBeTruthy()
  })

  it('should end a paused execution and one that waits for a review', async () => {
    const { id, open } = await launchGated()
    await control(id, 'pause')
    expect((await control(id, 'stop')).body.status).toBe('stopped')
    open()
    site.fake.respond(() => undefined)
    const waiting = await site.run(flow([copy('posts'), review('look')], 'posts>look'))
    await site.until(waiting.id, 'paused')
    const { body } = await control(waiting.id, 'stop')
    expect(statesOf(body)).toEqual(['posts completed', 'look cancelled'])
    expect(body.pauseReason).toBeNull()
  })
})

describe('what a status does not allow', () => {
  const illegal = ({ status, body }: Answer<Refusal>, now: string, allowed: string[]): void => {
    expect(status).toBe(409)
    expect(body.errors[0].data).toEqual({ code: 'illegal_transition', status: now, allowed })
    expect(body.errors[0].message).toContain(now)
  }

  it('should be said for every action in every status, and change nothing', async () => {
    const { id: running, open } = await launchGated()
    illegal(await control(running, 'resume'), 'running', ['pause', 'stop'])

    await control(running, 'pause')
    illegal(await control(running, 'pause'), 'paused', ['resume', 'stop', 'adjust'])
    await control(running, 'resume')
    open()
    const done = await site.until(running, 'completed')
    for (const action of ['pause', 'resume', 'stop']) {
      illegal(await control(running, action), 'completed', [])
    }
    expect(await site.read(running)).toEqual(done)

    site.fake.respond(() => errorAnswer(400, { message: 'No.' }))
    const { id: failed } = await site.launch(twoSteps)
    const failure = await site.until(failed, 'failed')
    for (const action of ['pause', 'resume', 'stop']) {
      illegal(await control(failed, action), 'failed', ['retry-node', 'skip-node'])
    }
    expect(await site.read(failed)).toEqual(failure)

    const { id: stopped } = await site.run(flow([copy('posts'), review('look')], 'posts>look'))
    await site.until(stopped, 'paused')
    for (const action of ['pause', 'resume']) {
      illegal(await control(stopped, action), 'paused', ['stop', 'review', 'adjust'])
    }
    await control(stopped, 'stop')
    for (const action of ['pause', 'resume', 'stop']) {
      illegal(await control(stopped, action), 'stopped', [])
    }
  })

  it('should let exactly one of many equal requests through', async () => {
    const { id, open } = await launchGated()
    const pauses = await Promise.all(Array.from({ length: 10 }, () => control(id, 'pause')))
    expect(pauses.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)])
    const resumes = await Promise.all(Array.from({ length: 10 }, () => control(id, 'resume')))
    expect(resumes.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(409)])
    open()
    await site.until(id, 'completed')
    expect(site.fake.requests).toHaveLength(3)
  })

  it('should leave a random mix of pause, resume and stop in a legal state, stopped for good', async () => {
    const { id, open } = await launchGated()
    const actions = ['pause', 'resume', 'pause', 'resume', 'stop', 'pause', 'resume', 'stop']
    const answers = await Promise.all(actions.map((action) => control(id, action)))
    open()
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect(
      answers.filter(({ status }, at) => actions[at] === 'stop' && status === 200),
    ).toHaveLength(1)
    expect((await site.read(id)).status).toBe('stopped')
  })
})

describe('who may control', () => {
  it('should be editors; viewers may not and others find nothing', async () => {
    const { id } = await site.run(flow([copy('posts'), review('look')], 'posts>look'))
    await site.until(id, 'paused')
    for (const action of ['pause', 'resume', 'stop']) {
      const viewer = await control<Refusal>(id, action, 'viewer')
      expect([viewer.status, viewer.body.errors[0].data.code]).toEqual([403, 'role_too_low'])
      const rival = await control<Refusal>(id, action, 'rival')
      const unknown = await control<Refusal>(UNKNOWN_ID, action, 'rival')
      expect([rival.status, rival.body]).toEqual([404, unknown.body])
      expect((await control(id, action, 'nobody')).status).toBe(401)
    }
    expect((await site.read(id)).status).toBe('paused')
    expect((await control(id, 'stop', 'admin')).status).toBe(200)
  })
})
