import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import {
  errorAnswer,
  outOfMoney,
  rateLimited,
  rawAnswer,
  reset,
  textAnswer,
  type FakeAnswer,
} from '../support/fakeOpenAI.js'
import {
  copy,
  createGate,
  EXECUTIONS,
  flow,
  image,
  jobsOf,
  promptOf,
  startWorkflowSite,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>

let site: WorkflowSite
let one: string
let pair: string
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'providers' })
  one = await site.template(flow([copy('posts', { provider: 'fake' })]))
  pair = await site.template(flow([copy('posts', { provider: 'fake', quantity: 2 })]))
})
afterAll(() => site.stop())
beforeEach(() => {
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

/** The first answers in turn, then what the server says by itself. */
const answersInTurn = (...answers: FakeAnswer[]) => {
  site.fake.respond(() => answers.shift())
}
const said = (body: string): FakeAnswer =>
  textAnswer({ text: JSON.stringify({ title: body.slice(0, 12), body }) })
const bodiesOf = (jobs: { output: unknown }[]) =>
  jobs.map(({ output }) => (output as { text: string }).text)

describe('a provider in trouble', () => {
  it.each([
    ['answers 500', errorAnswer(500)],
    ['hangs up', reset()],
    ['hangs up in the middle', reset({ midBody: true })],
  ])('should be asked again when it %s, and the tries counted', async (_name, answer) => {
    answersInTurn(answer)
    const { id } = await site.launch(one)
    const done = await site.until(id, 'completed')
    expect(done.jobs).toMatchObject([{ status: 'completed', attempts: 2, error: null }])
    expect(site.fake.requests).toHaveLength(2)
    const keys = site.fake.requests.map(({ idempotencyKey }) => idempotencyKey)
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBe(keys[0])
  })

  it('should be waited for as long as it asks, without counting a try', async () => {
    answersInTurn(rateLimited({ 'retry-after': '1' }))
    const { id } = await site.launch(one)
    const waiting = await site.until(id, ({ jobs }) => Boolean(jobs[0]?.error))
    expect(waiting.jobs[0]).toMatchObject({
      status: 'pending',
      attempts: 0,
      error: {
        code: 'rate_limited',
        message: 'Rate limit reached; next try in 1 s.',
        retryAfter: expect.any(Number),
        requestId: 'req_fake',
      },
    })
    const done = await site.until(id, 'completed')
    expect(done.jobs).toMatchObject([{ attempts: 1, error: null }])
    const [first, second] = site.fake.requests
    expect(second!.startedAt - first!.finishedAt!).toBeGreaterThanOrEqual(950)
  })

  it('should pause the execution when money is missing, to be resumed by a person', async () => {
    answersInTurn(outOfMoney())
    const { id } = await site.launch(one)
    const paused = await site.until(id, 'paused')
    expect(paused).toMatchObject({ pauseReason: 'budget', allowed: ['resume', 'stop', 'adjust'] })
    expect(paused.jobs[0]).toMatchObject({
      status: 'pending',
      error: { code: 'provider_billing', message: expect.stringContaining('Top up') },
    })
    await site.post('editor', `${EXECUTIONS}/${id}/resume`)
    const done = await site.until(id, 'completed')
    expect(done.jobs).toMatchObject([{ attempts: 1, error: null }])
  })
})

describe('a refusal', () => {
  it.each([
    [
      'a bad request',
      errorAnswer(400, { message: 'Too hot.' }),
      'provider_bad_request',
      'Too hot.',
    ],
    [
      'the content policy',
      errorAnswer(400, { message: 'Not nice.', code: 'content_policy_violation' }),
      'content_policy',
      'content policy: Not nice. Edit the prompt',
    ],
    ['the model’s own', textAnswer({ refusal: 'I will not.' }), 'content_policy', 'I will not'],
    [
      'a wrong key',
      errorAnswer(401, { message: 'Bad key sk-test-0123456789abcdef.' }),
      'provider_auth',
      'Check the key',
    ],
    [
      'an unknown model',
      errorAnswer(404, { message: 'No model.', code: 'model_not_found' }),
      'model_not_found',
      'Choose another model',
    ],
  ])('should fail at once, with a sentence: %s', async (_name, answer, code, words) => {
    site.fake.respond(() => answer)
    const { id } = await site.launch(one)
    const failed = await site.until(id, 'failed')
    expect(failed.error).toMatchObject({ code, nodeId: 'posts' })
    expect(failed.error?.message).toContain(words)
    expect(failed.jobs).toMatchObject([{ status: 'failed', attempts: 1, error: { code } }])
    expect(site.fake.requests).toHaveLength(1)
    expect(failed.outputs.documents).toEqual([])
    const { rows } = await site.sql.query('select to_jsonb(j)::text as row from agent_jobs j')
    expect(JSON.stringify(rows)).not.toContain('sk-test-0123456789abcdef')
  })

  it('should hold for images too, and leave no media', async () => {
    site.fake.respond(() => errorAnswer(400, { code: 'moderation_blocked', message: 'No.' }))
    const before = await site.payload.count({ collection: 'media' })
    const { id } = await site.run(flow([image('picture', { provider: 'fake' })]))
    expect((await site.until(id, 'failed')).error).toMatchObject({ code: 'content_policy' })
    expect(await site.payload.count({ collection: 'media' })).toEqual(before)
  })

  it('should name a provider that is not there', async () => {
    const { id } = await site.run(flow([copy('posts', { provider: 'nobody' })]))
    const { error } = await site.until(id, 'failed')
    expect(error).toMatchObject({ code: 'unknown_provider' })
    expect(error?.message).toContain('demo, fake')
  })
})

describe('answers that cannot be used', () => {
  it('should be asked for once more', async () => {
    answersInTurn(textAnswer({ text: 'Sure! Here is your text.' }))
    const { id } = await site.launch(one)
    expect((await site.until(id, 'completed')).jobs[0]?.attempts).toBe(1)
    expect(site.fake.requests).toHaveLength(2)
    expect(promptOf(site.fake.requests[1]!)).toContain('Sure! Here is your text.')
  })

  it('should fail the node when they stay so', async () => {
    site.fake.respond(() => textAnswer({ text: '{"title": 7}' }))
    const { id } = await site.launch(one)
    expect((await site.until(id, 'failed')).error).toMatchObject({ code: 'answer_invalid' })
  })

  it('should never become media when they are no picture', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const body = JSON.stringify({ created: 1, data: [{ b64_json: svg.toString('base64') }] })
    site.fake.respond(() => rawAnswer(body))
    const { id } = await site.run(flow([image('picture', { provider: 'fake' })]))
    const failed = await site.until(id, 'failed')
    expect(failed.error?.code).toMatch(/^answer_|^image_/)
    expect(failed.outputs.media).toEqual([])
  })

  it('should be kept as text, whatever HTML they hold', async () => {
    const body = '<script>alert(1)</script>\n\n[click](javascript:alert(2)) <img src=x onerror=y>'
    answersInTurn(said(body))
    const { id } = await site.launch(one)
    const [made] = (await site.until(id, 'completed')).outputs.documents
    const document = await site.payload.findByID({ collection: 'documents', id: made!.id })
    const stored = JSON.stringify(document.body)
    expect(stored).not.toMatch(/"url":"javascript:|"type":"(html|script|upload)"/)
  })
})

const LONG = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ')

describe('copies that come out alike', () => {
  it('should be written again when a finished one says the same', async () => {
    const gate = createGate(said(`${LONG}!`))
    answersInTurn(said(LONG), gate.answer)
    const { id } = await site.launch(pair)
    await site.until(id, ({ progress }) => progress.itemsDone === 1)
    gate.open()
    const done = await site.until(id, 'completed')
    expect(site.fake.requests).toHaveLength(3)
    const [first, second] = bodiesOf(jobsOf(done, 'posts')).toSorted((a, b) =>
      a === LONG ? -1 : b === LONG ? 1 : 0,
    )
    expect(first).toBe(LONG)
    expect(second).not.toContain('word7 word8')
    const messages = site.fake.requests[2]!.body['messages'] as Json[]
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
    const { rows } = await site.sql.query(
      'select sum(tokens_in)::int as paid from payload_workflows.call where exec = $1',
      [id],
    )
    expect(done.totals.tokensIn).toBe(rows[0].paid)
  })

  it('should be written again when both arrive at the same moment', async () => {
    const gate = createGate(said(LONG))
    answersInTurn(gate.answer, gate.answer)
    const { id } = await site.launch(pair)
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(2)
    gate.open()
    const done = await site.until(id, 'completed')
    const bodies = bodiesOf(jobsOf(done, 'posts'))
    expect(bodies.filter((body) => body === LONG).length).toBeLessThan(2)
    expect(done.outputs.documents).toHaveLength(2)
  })

  it('should be kept after a few tries, rather than none at all', async () => {
    site.fake.respond(() => said(LONG))
    const { id } = await site.launch(pair)
    const done = await site.until(id, 'completed')
    expect(bodiesOf(jobsOf(done, 'posts'))).toEqual([LONG, LONG])
    expect(site.fake.requests.length).toBeGreaterThanOrEqual(4)
    expect(site.fake.requests.length).toBeLessThanOrEqual(6)
  })
})
