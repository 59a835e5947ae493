import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { errorAnswer } from '../support/fakeOpenAIAnswers.js'
import {
  codeOf,
  copy,
  EXECUTIONS,
  flow,
  jobsOf,
  promptOf,
  startWorkflowSite,
  type Person,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

let site: WorkflowSite
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'retries' })
})
afterAll(() => site.stop())

const retry = <Body = Refusal>(id: string, json: object, who: Person = 'editor') =>
  site.post<Body>(who, `${EXECUTIONS}/${id}/retry-node`, { nodeId: 'posts', ...json })

/** A step of which every item but the first has failed. */
const failed = async (): Promise<ExecutionDetail> => {
  const from = site.fake.requests.length
  site.fake.respond(() => (site.fake.requests.length - from > 1 ? errorAnswer(400) : undefined))
  const { id } = await site.run(
    flow(
      [copy('posts', { provider: 'fake', quantity: 3 }), copy('last', { provider: 'fake' })],
      'posts>last',
    ),
  )
  const seen = await site.until(id, 'failed')
  site.fake.respond(() => undefined)
  return seen
}

describe('a retry with another prompt', () => {
  it('should run the failed items with it, and keep what was made with the old one', async () => {
    const before = await failed()
    const made = jobsOf(before, 'posts').filter(({ status }) => status === 'completed')
    const from = site.fake.requests.length
    const answer = await retry(before.id, {
      config: { promptTemplate: 'Kindly write about {{topic}}' },
    })
    expect(answer.status).toBe(200)
    const done = await site.until(before.id, 'completed')
    const prompts = site.fake.requests.slice(from).map(promptOf)
    expect(prompts.filter((prompt) => prompt.includes('Kindly write about tea'))).toHaveLength(
      3 - made.length,
    )
    expect(prompts.some((prompt) => prompt.includes('posts: write about tea'))).toBe(false)
    for (const job of made) expect(jobsOf(done, 'posts')).toContainEqual(job)
  })

  it('should be told in the events, with what was changed and by whom', async () => {
    const { id } = await failed()
    await retry(id, { config: { promptTemplate: 'Other: {{topic}}' } })
    await site.until(id, 'completed')
    const { rows } = await site.sql.query<{ change: object }>(
      `select c as change from payload_workflows.event e, jsonb_array_elements(e.data) c
         where e.exec = $1 and c ->> 't' = 'control'`,
      [id],
    )
    expect(rows).toEqual([
      {
        change: expect.objectContaining({
          action: 'retry',
          node: 'posts',
          changed: ['promptTemplate'],
          by: expect.any(String) as string,
        }) as object,
      },
    ])
  })

  it('should be a plain retry when nothing differs', async () => {
    const { id } = await failed()
    await retry(id, { config: { promptTemplate: 'posts: write about {{topic}}' } })
    await site.until(id, 'completed')
    const { rows } = await site.sql.query(
      `select from payload_workflows.event where exec = $1 and data @> '[{"changed": []}]'`,
      [id],
    )
    expect(rows).toEqual([])
  })

  it.each([
    ['a variable nobody knows', { promptTemplate: 'About {{nobody}}' }, 'unknown_variable'],
    ['a broken template', { promptTemplate: 'About {{topic' }, 'template_syntax_error'],
    ['an empty prompt', { promptTemplate: ' ' }, 'required_field_missing'],
    ['a setting out of range', { temperature: 9 }, 'value_out_of_range'],
    ['another number of items', { quantity: 5 }, 'items_planned'],
  ])('should be refused with %s, and change nothing', async (_name, config, code) => {
    const { id } = await failed()
    const { status, body } = await retry(id, { config })
    expect(status).toBe(422)
    expect(body.errors[0].data.issues?.map((issue) => issue.code)).toContain(code)
    expect((await site.read(id)).status).toBe('failed')
  })

  it('should be for editors, and for steps that failed', async () => {
    const { id } = await failed()
    const config = { promptTemplate: 'Mine: {{topic}}' }
    expect((await retry(id, { config }, 'viewer')).status).toBe(403)
    expect((await retry(id, { config }, 'rival')).status).toBe(404)
    const early = await site.post('editor', `${EXECUTIONS}/${id}/retry-node`, {
      nodeId: 'last',
      config,
    })
    expect([early.status, codeOf(early)]).toEqual([409, 'illegal_transition'])
  })

  it('should be won by one of two who change it at once', async () => {
    const { id } = await failed()
    const answers = await Promise.all(
      ['One', 'Two'].map((word) => retry(id, { config: { promptTemplate: `${word}: {{topic}}` } })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await site.until(id, 'completed')
  })
})
