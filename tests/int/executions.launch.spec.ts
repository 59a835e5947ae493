import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  codeOf,
  copy,
  EXECUTIONS,
  flow,
  INPUTS,
  node,
  outputOf,
  startWorkflowSite,
  statesOf,
  TEMPLATES,
  UNKNOWN_ID,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

const LAUNCH = `${EXECUTIONS}/launch`
const inputs = [
  ...INPUTS,
  {
    name: 'tone',
    label: 'Tone',
    type: 'select',
    options: [
      { label: 'Calm', value: 'calm' },
      { label: 'Loud', value: 'loud' },
    ],
  },
  { name: 'images', label: 'Images', type: 'checkbox' },
]

let site: WorkflowSite
let template: string
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'launch' })
  template = await site.template(flow([copy('posts', { quantity: '{{count}}' })]), { inputs })
})
afterAll(() => site.stop())

const executions = async (): Promise<number> =>
  Number((await site.sql.query('select count(*) from workflow_executions')).rows[0].count)
const refused = async (json: object, who: 'editor' | 'rival' | 'viewer' = 'editor') => {
  const before = await executions()
  const answer = await site.post<Refusal>(who, LAUNCH, json)
  expect(await executions()).toBe(before)
  return answer
}
const issuesOf = ({ body }: { body: Refusal }) => body.errors[0].data.issues ?? []

describe('params', () => {
  it('should be refused with every problem at once, each with its place', async () => {
    const params = { count: 99, tone: 'shrill', images: 'yes', colour: 'red' }
    const { status, body } = await refused({ template, params })
    expect(status).toBe(422)
    const found = issuesOf({ body }).map(({ code, path }) => `${path} ${code}`)
    expect(found.toSorted()).toEqual([
      'params.colour invalid_type',
      'params.count value_out_of_range',
      'params.images invalid_type',
      'params.tone invalid_enum_value',
      'params.topic required_field_missing',
    ])
    expect(issuesOf({ body }).every(({ message }) => message.endsWith('.'))).toBe(true)
  })

  it.each([
    ['a text that is a list', { topic: ['tea'] }, 'invalid_type'],
    ['a text that is empty', { topic: '  ' }, 'required_field_missing'],
    ['a number that is none', { topic: 'tea', count: 'many' }, 'invalid_type'],
    ['a quantity that is no whole number', { topic: 'tea', count: 1.5 }, 'value_out_of_range'],
    ['a quantity below the least', { topic: 'tea', count: 0 }, 'value_out_of_range'],
    ['an object for a number', { topic: 'tea', count: {} }, 'invalid_type'],
  ])('should not be %s', async (_name, params, code) => {
    const { status, body } = await refused({ template, params })
    expect(status).toBe(422)
    expect(issuesOf({ body }).map((issue) => issue.code)).toEqual([code])
  })

  it('should fall back to the template’s defaults, and be kept as they were used', async () => {
    const own = await site.template(flow([copy('posts', { quantity: '{{count}}' })]), {
      inputs,
      defaultParams: { count: 1, tone: 'calm' },
    })
    const { params, progress } = await site.launch(own, { params: { topic: 'tea' } })
    expect(params).toEqual({ topic: 'tea', count: 1, tone: 'calm', images: false })
    expect(progress.itemsTotal).toBe(1)
    const other = await site.launch(template, { params: { topic: 'tea', count: '3' } })
    expect(other.params).toMatchObject({ count: 3, tone: null })
    expect(other.progress.itemsTotal).toBe(3)
  })
})

describe('who may launch what', () => {
  const params = { topic: 'tea' }

  it('should tell nothing about templates that are not there or not one’s own', async () => {
    const answers = await Promise.all([
      refused({ template: UNKNOWN_ID, params }),
      refused({ template: 7, params }),
      refused({ template: "x' or 1=1 --", params }),
      site.post('rival', LAUNCH, { template, params }),
    ])
    for (const answer of answers) {
      expect(answer.status).toBe(404)
      expect(answer.body).toEqual(answers[0].body)
    }
  })

  it('should refuse viewers, and those without a login', async () => {
    const viewer = await refused({ template, params }, 'viewer')
    expect([viewer.status, codeOf(viewer)]).toEqual([403, 'role_too_low'])
    const nobody = await site.post('nobody', LAUNCH, { template, params })
    expect(nobody.status).toBe(401)
  })

  it('should refuse workspaces and projects that are not there or not one’s own', async () => {
    const { acme, rival } = site.studios
    for (const place of [
      { workspace: rival.workspace },
      { workspace: UNKNOWN_ID },
      { project: rival.project },
      { project: 'nowhere' },
      { workspace: acme.workspace, project: rival.project },
    ]) {
      const { status } = await refused({ template, params, ...place })
      expect(status, JSON.stringify(place)).toBe(404)
    }
  })

  it('should let a system template run in the launcher’s own workspace', async () => {
    const { id } = await site.payload.create({
      collection: 'workflow-templates',
      data: {
        name: 'Ours',
        graph: flow([copy('a')]),
        inputs: INPUTS,
        isSystem: true,
        _status: 'published',
      } as never,
    })
    const { status, body } = await site.post<ExecutionDetail>('rival', LAUNCH, {
      template: id,
      params,
    })
    expect([status, body.workspace]).toEqual([202, site.studios.rival.workspace])
    expect((await site.call('editor', `${EXECUTIONS}/${body.id}`)).status).toBe(404)
  })
})

describe('a draft', () => {
  const draft = async () => {
    const { id } = await site.payload.create({
      collection: 'workflow-templates',
      draft: true,
      data: {
        name: 'Sketch',
        graph: flow([copy('posts', { outputStatus: 'published' })]),
        inputs: INPUTS,
        workspace: site.studios.acme.workspace,
      } as never,
    })
    return String(id)
  }

  it('should not be launched', async () => {
    const { status, body } = await refused({ template: await draft(), params: { topic: 'tea' } })
    expect(status).toBe(422)
    expect(issuesOf({ body })).toMatchObject([{ code: 'template_not_published' }])
  })

  it('should run as a test that marks what it makes and publishes nothing', async () => {
    const launched = await site.launch(await draft(), { test: true })
    const execution = await site.until(launched.id, 'completed')
    expect(execution.test).toBe(true)
    const { id } = execution.outputs.documents[0]!
    const document = await site.payload.findByID({ collection: 'documents', id, draft: true })
    expect(document).toMatchObject({ _status: 'draft', status: 'draft' })
    expect(document.title).toMatch(/^\[Test\] /)
  })

  it('should publish without `test` where the node says so', async () => {
    const execution = await site.run(flow([copy('posts', { outputStatus: 'published' })]))
    const { document_id: id } = outputOf(await site.until(execution.id, 'completed'), 'posts')
    const document = await site.payload.findByID({ collection: 'documents', id: String(id) })
    expect(document).toMatchObject({ _status: 'published', status: 'published' })
  })
})

describe('a stored graph that has become invalid', () => {
  it('should be refused with its problems', async () => {
    const id = await site.template(flow([copy('a'), copy('b')], 'a>b'))
    await site.sql.query('update workflow_templates set graph = $1 where id = $2', [
      JSON.stringify(flow([copy('a'), node('b', 'no_such_type')], 'a>b', 'b>a')),
      id,
    ])
    const { status, body } = await refused({ template: id, params: { topic: 'tea' } })
    expect(status).toBe(422)
    const codes = issuesOf({ body }).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['cycle_detected', 'unknown_node_type']))
  })
})

describe('an idempotency key', () => {
  let key: string
  beforeEach(() => {
    key = `key ${Math.random()}`
  })
  const launch = (more: object = {}) =>
    site.post<ExecutionDetail>('editor', LAUNCH, {
      template,
      params: { topic: 'tea', count: 1 },
      idempotencyKey: key,
      ...more,
    })

  it('should make one execution of twenty launches at once', async () => {
    const before = await executions()
    const answers = await Promise.all(Array.from({ length: 20 }, () => launch()))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(202))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
    expect(await executions()).toBe(before + 1)
    const done = await site.until(answers[0]!.body.id, 'completed')
    expect(statesOf(done)).toEqual(['posts completed'])
    const again = await launch({ params: { topic: 'coffee' } })
    expect(again.body).toMatchObject({ id: done.id, status: 'completed', params: { topic: 'tea' } })
  })

  it('should mean something else in another workspace', async () => {
    const mine = await launch()
    const { body } = await site.post<{ id: string }>('rival', TEMPLATES, {
      name: 'Theirs',
      category: 'Custom',
      graph: flow([copy('a')]),
      inputs: INPUTS,
    })
    const theirs = await site.post<ExecutionDetail>('rival', LAUNCH, {
      template: body.id,
      params: { topic: 'tea' },
      idempotencyKey: key,
    })
    expect(theirs.status).toBe(202)
    expect(theirs.body.id).not.toBe(mine.body.id)
  })

  it('should be a text of at most 200 characters', async () => {
    for (const idempotencyKey of ['', 'x'.repeat(201), 7, {}]) {
      expect((await launch({ idempotencyKey })).status).toBe(422)
    }
  })
})
