import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { defineNode, PermanentNodeError } from '../../src/index.js'
import { imageAnswer, textAnswer } from '../support/fakeOpenAI.js'
import {
  copy,
  flow,
  image,
  jobsOf,
  node,
  nodeOf,
  outputOf,
  startWorkflowSite,
  statesOf,
  TEMPLATES,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>

/** A host's own node: gives a score to what came in, or fails in one of two ways. */
const judge = defineNode({
  spec: {
    type: 'judge',
    label: 'Judge',
    description: 'Gives a score.',
    icon: 'star',
    category: 'custom',
    inputs: [{ id: 'in', label: 'In', kinds: ['copy', 'pass', 'signal'] }],
    outputs: [{ id: 'out', label: 'Out', kinds: ['pass'] }],
    configSchema: z.strictObject({
      score: z.number().min(0).max(10),
      question: z.string().default('Is {{topic}} good?'),
      breaks: z.enum(['never', 'politely', 'badly']).default('never'),
    }),
    outputFields: [
      { path: 'score', type: 'number', description: 'From 0 to 10' },
      { path: 'text', type: 'string', description: 'The question and what came in' },
    ],
    templateFields: ['question'],
    produces: 'pass',
    summarize: ({ score }) => `score ${score}`,
  },
  handler: async ({ config, upstream }, context) => {
    if (config.breaks === 'politely') {
      throw new PermanentNodeError({ code: 'no_opinion', message: 'The judge has no opinion.' })
    }
    if (config.breaks === 'badly') throw new TypeError('secret password hunter2')
    const question = await context.render(config.question)
    const items = upstream.flatMap((source) => source.items)
    return { output: { score: config.score, text: question, count: items.length, items } }
  },
})

let site: WorkflowSite
beforeAll(async () => {
  site = await startWorkflowSite({
    name: 'nodes',
    workflows: { nodes: [judge], limits: { maxAttempts: 2 } },
  })
})
afterAll(() => site.stop())
beforeEach(() => {
  site.fake.requests.length = 0
  site.fake.respond(() => undefined)
})

const gate = (rules: Json[], more: Json = {}): Json =>
  node('gate', 'conditional', { rules, ...more })
const fork = (condition: Json, before: Json[] = [], ...edges: string[]) =>
  flow(
    [...before, condition, copy('yes'), copy('yesToo'), copy('no')],
    ...edges,
    'gate.true>yes',
    'yes>yesToo',
    'gate.false>no',
  )
const branchOf = async (graph: ReturnType<typeof flow>, params: Json = { topic: 'tea' }) => {
  const { id } = await site.run(graph, { params })
  const done = await site.until(id, 'completed')
  return { done, states: statesOf(done).toSorted(), branch: nodeOf(done, 'gate').branch }
}
const TAKEN = ['gate completed', 'no skipped', 'yes completed', 'yesToo completed']
const NOT_TAKEN = ['gate completed', 'no completed', 'yes skipped', 'yesToo skipped']

describe('conditional', () => {
  it('should take the true branch and skip all that only the other one leads to', async () => {
    const rules = [{ field: 'params.count', operator: 'greater_than', value: 2 }]
    const { done, states, branch } = await branchOf(fork(gate(rules)), { topic: 'tea', count: 3 })
    expect([states, branch]).toEqual([TAKEN, 'true'])
    expect(jobsOf(done, 'no')).toEqual([])
    expect(done.progress).toMatchObject({ percent: 100, itemsDone: 3, itemsTotal: 3 })
    expect(outputOf(done, 'gate')).toMatchObject({
      branch: 'true',
      values: [{ field: 'params.count', value: 3, passed: true }],
    })
  })

  it('should take the false branch, several steps of the other one skipped', async () => {
    const rules = [{ field: 'params.topic', operator: 'equals', value: 'coffee' }]
    const { done, states, branch } = await branchOf(fork(gate(rules)))
    expect([states, branch]).toEqual([NOT_TAKEN, 'false'])
    expect(done.progress).toMatchObject({ itemsDone: 2, itemsTotal: 2, completedNodes: 4 })
  })

  it('should look at all rules or at any, as it is told', async () => {
    const rules = [
      { field: 'params.topic', operator: 'contains', value: 'TE' },
      { field: 'params.count', operator: 'less_than', value: 1 },
    ]
    expect((await branchOf(fork(gate(rules, { match: 'any' })))).states).toEqual(TAKEN)
    expect((await branchOf(fork(gate(rules, { match: 'all' })))).states).toEqual(NOT_TAKEN)
  })

  it('should decide on the words of what was written before', async () => {
    const text = { title: 'Five', body: 'One two three four five.' }
    site.fake.respond(() => textAnswer({ text: JSON.stringify(text) }))
    const posts = copy('posts', { provider: 'fake' })
    const field = 'nodes.posts.output.word_count'
    const more = gate([{ field, operator: 'greater_than', value: 4 }])
    expect((await branchOf(fork(more, [posts], 'posts>gate'))).branch).toBe('true')
    const less = gate([{ field, operator: 'greater_than', value: 5 }])
    expect((await branchOf(fork(less, [posts], 'posts>gate'))).branch).toBe('false')
  })

  it('should decide on what a host’s node found out', async () => {
    const rules = [{ field: 'nodes.judge.output.score', operator: 'greater_than', value: 7 }]
    const scored = (score: number) => [copy('posts'), node('judge', 'judge', { score })]
    const edges = ['posts>judge', 'judge>gate']
    expect((await branchOf(fork(gate(rules), scored(8), ...edges))).branch).toBe('true')
    expect((await branchOf(fork(gate(rules), scored(7), ...edges))).branch).toBe('false')
  })

  it('should fail visibly when a rule cannot be answered, and run neither branch', async () => {
    const rules = [{ field: 'params.topic', operator: 'greater_than', value: 2 }]
    const { id } = await site.run(fork(gate(rules)))
    const failed = await site.until(id, 'failed')
    expect(statesOf(failed).toSorted()).toEqual([
      'gate failed',
      'no pending',
      'yes pending',
      'yesToo pending',
    ])
    expect(failed.error).toMatchObject({ code: 'condition_error', nodeId: 'gate' })
    expect(failed.error?.message).toContain('params.topic')
    expect(jobsOf(failed, 'gate')[0]).toMatchObject({ status: 'failed', attempts: 1 })
  })
})

describe('a host’s node', () => {
  it('should run like a built-in one: config, prompt variables, items, output', async () => {
    const { id } = await site.run(
      flow(
        [
          copy('posts', { quantity: 2 }),
          node('judge', 'judge', { score: 9 }),
          copy('next', { promptTemplate: '{{previous_output}} {{nodes.judge.output.score}}' }),
        ],
        'posts>judge',
        'judge>next',
      ),
    )
    const done = await site.until(id, 'completed')
    expect(outputOf(done, 'judge')).toMatchObject({ score: 9, text: 'Is tea good?', count: 2 })
    expect(jobsOf(done, 'judge')[0]).toMatchObject({ jobType: 'judge', status: 'completed' })
    expect(jobsOf(done, 'next')[0]?.input).toMatchObject({ prompt: 'Is tea good? 9' })
    expect(done.outputs.documents).toHaveLength(3)
  })

  it('should be listed and its config checked', async () => {
    const { body } = await site.call<{ type: string; configSchema: Json }[]>(
      'viewer',
      '/workflows/node-types',
    )
    expect(body.find(({ type }) => type === 'judge')?.configSchema).toMatchObject({
      properties: { score: { maximum: 10 } },
    })
    const refused = await site.post<Refusal>('editor', `${TEMPLATES}/validate`, {
      graph: flow([node('judge', 'judge', { score: 11, colour: 'red' })]),
    })
    expect(refused.status).toBe(422)
    const paths = refused.body.errors[0].data.issues?.map(({ path }) => path)
    expect(paths).toContain('nodes[0].config.score')
  })

  it('should fail with the sentence it gives, at once', async () => {
    const { id } = await site.run(flow([node('judge', 'judge', { score: 1, breaks: 'politely' })]))
    const failed = await site.until(id, 'failed')
    expect(failed.error).toEqual({
      code: 'no_opinion',
      message: 'The judge has no opinion.',
      nodeId: 'judge',
    })
    expect(failed.jobs[0]?.attempts).toBe(1)
  })

  it('should fail after the tries of the site, without showing what it threw', async () => {
    const { id } = await site.run(flow([node('judge', 'judge', { score: 1, breaks: 'badly' })]))
    const failed = await site.until(id, 'failed')
    expect(failed.error).toMatchObject({ code: 'node_error', nodeId: 'judge' })
    expect(failed.jobs[0]?.attempts).toBe(2)
    expect(JSON.stringify(failed)).not.toContain('hunter2')
  })
})

describe('quantities and items', () => {
  it('should make as many copies as a param says', async () => {
    const graph = flow([copy('posts', { quantity: '{{count}}', promptTemplate: '{{index}}' })])
    const { id } = await site.run(graph, { params: { topic: 'tea', count: 12 } })
    const done = await site.until(id, 'completed')
    expect(jobsOf(done, 'posts')).toHaveLength(12)
    const prompts = jobsOf(done, 'posts').map(({ input }) => (input as Json).prompt)
    expect(prompts).toEqual(Array.from({ length: 12 }, (_, at) => String(at + 1)))
  })

  it('should map over the items of an earlier step, one job each', async () => {
    const { id } = await site.run(
      flow(
        [
          copy('posts', { quantity: '{{count}}' }),
          copy('teasers', { itemsFrom: 'posts', promptTemplate: 'Tease {{item.title}}' }),
          copy('tags', { itemsFrom: 'teasers', promptTemplate: 'Tag {{item.title}}' }),
        ],
        'posts>teasers',
        'teasers>tags',
      ),
      { params: { topic: 'tea', count: 3 } },
    )
    const done = await site.until(id, 'completed')
    const titles = (name: string) => jobsOf(done, name).map(({ output }) => (output as Json).title)
    const prompts = (name: string) => jobsOf(done, name).map(({ input }) => (input as Json).prompt)
    expect(prompts('teasers')).toEqual(titles('posts').map((title) => `Tease ${String(title)}`))
    expect(prompts('tags')).toEqual(titles('teasers').map((title) => `Tag ${String(title)}`))
    expect(done.progress).toMatchObject({ itemsDone: 9, itemsTotal: 9 })
  })

  it('should never read variables out of what was written', async () => {
    const body = 'Now {{params.topic}} {% for i in (1..9) %}x{% endfor %} {{nodes.posts}}'
    site.fake.respond(() => textAnswer({ text: JSON.stringify({ title: '{{topic}}', body }) }))
    const { id } = await site.run(
      flow(
        [
          copy('posts', { provider: 'fake' }),
          copy('next', { promptTemplate: '[{{nodes.posts.output.text}}]' }),
        ],
        'posts>next',
      ),
    )
    const done = await site.until(id, 'completed')
    expect(jobsOf(done, 'next')[0]?.input).toMatchObject({ prompt: `[${body}]` })
    expect(done.outputs.documents[0]?.title).toBe('{{topic}}')
  })

  it('should draw each image for a copy, in turn when there are more', async () => {
    const picture = sharp({ create: { width: 32, height: 32, channels: 3, background: 'teal' } })
    const bytes = await picture.png().toBuffer()
    site.fake.respond(() => imageAnswer({ bytes }))
    const { id } = await site.run(
      flow(
        [
          copy('posts', { quantity: 2 }),
          image('pictures', {
            provider: 'fake',
            quantity: 3,
            copySourceNode: 'posts',
            promptTemplate: '{{item.title}}',
          }),
        ],
        'posts>pictures',
      ),
    )
    const done = await site.until(id, 'completed')
    const titles = jobsOf(done, 'posts').map(({ output }) => (output as Json).title)
    const prompts = jobsOf(done, 'pictures').map(({ output }) => (output as Json).prompt)
    expect(prompts).toEqual([titles[0], titles[1], titles[0]])
  })
})
