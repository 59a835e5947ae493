import { createRequire } from 'node:module'

import { configToSchema } from '@payloadcms/graphql'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { listEndpoints } from '../../src/plugins/workflows/endpoints/defineEndpoint.js'
import {
  copy,
  createGate,
  EXECUTIONS,
  flow,
  image,
  INPUTS,
  review,
  startWorkflowSite,
  TEMPLATES,
  UNKNOWN_ID,
  type Person,
  type WorkflowSite,
} from '../support/workflow.js'

// Payload requires graphql; vitest would import the package's other build, which is «another realm».
const { graphql } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

type Json = Record<string, unknown>
interface Found {
  docs: Json[]
  totalDocs: number
}

const COLLECTIONS = ['workflow-executions', 'agent-jobs'] as const
/** In template, prompt and params of what the rival must not see. */
const SECRET = 'Zanzibar'

let site: WorkflowSite
let secret: ExecutionDetail
let own: ExecutionDetail

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'isolation' })
  const graph = flow(
    [copy('posts', { promptTemplate: `${SECRET} {{topic}}` }), image('picture'), review('look')],
    'posts>look',
    'picture>look',
  )
  const template = await site.template(graph, { name: `${SECRET} campaign` })
  const { id } = await site.launch(template, { params: { topic: SECRET } })
  secret = await site.until(id, 'paused')
  const theirs = await site.post<{ id: string }>('rival', TEMPLATES, {
    name: 'Ours',
    category: 'Custom',
    graph: flow([copy('posts')]),
    inputs: INPUTS,
  })
  const launched = await site.post<ExecutionDetail>('rival', `${EXECUTIONS}/launch`, {
    template: theirs.body.id,
    params: { topic: 'tea' },
  })
  own = await site.until(launched.body.id, 'completed', 'rival')
})
afterAll(() => site.stop())

const rows = async (): Promise<unknown> => {
  const { rows: all } = await site.sql.query(
    `select 'x' as kind, to_jsonb(x) as row from workflow_executions x
     union all select 'g', to_jsonb(g) from agent_jobs g
     union all select 'e', to_jsonb(e) from payload_workflows.execution e
     union all select 'j', to_jsonb(j) from payload_workflows.job j order by 1, 2`,
  )
  return all
}
const find = async (who: Person, path: string) => {
  const { status, body } = await site.call<Found>(who, path)
  return { status, body, text: JSON.stringify(body) }
}

describe('Payload’s own REST', () => {
  const data = {
    status: 'completed',
    progressPercent: 100,
    cost: 0,
    output: { text: 'forged' },
    workspace: UNKNOWN_ID,
    launchedBy: UNKNOWN_ID,
    snapshot: {},
  }

  it.each(['admin', 'demo', 'editor', 'viewer', 'rival'] as const)(
    'should let %s write neither executions nor agent jobs',
    async (who) => {
      const before = await rows()
      for (const slug of COLLECTIONS) {
        const id = slug === 'agent-jobs' ? secret.jobs[0]!.id : secret.id
        const any = 'where[id][exists]=true'
        const answers = [
          await site.post(who, `/${slug}`, { ...data, id: UNKNOWN_ID }),
          await site.call(who, `/${slug}/${id}`, { method: 'PATCH', json: data }),
          await site.call(who, `/${slug}?${any}`, { method: 'PATCH', json: data }),
          await site.call(who, `/${slug}/${id}`, { method: 'DELETE' }),
          await site.call(who, `/${slug}?${any}`, { method: 'DELETE' }),
          await site.post(who, `/${slug}/${id}/duplicate`, {}),
        ]
        for (const { status } of answers) expect([403, 404]).toContain(status)
        expect(answers[1]?.status).toBe(403)
      }
      expect(await rows()).toEqual(before)
    },
  )

  it('should show members of the workspace their executions and jobs', async () => {
    const executions = await find('viewer', `/workflow-executions/${secret.id}?depth=0`)
    expect(executions.body).toMatchObject({ status: 'paused', templateName: `${SECRET} campaign` })
    const jobs = await find('viewer', `/agent-jobs?where[execution][equals]=${secret.id}`)
    expect(jobs.body.totalDocs).toBe(secret.jobs.length)
  })

  it('should show nothing of another workspace in lists, by id, by count or by populated fields', async () => {
    for (const slug of COLLECTIONS) {
      const list = await find('rival', `/${slug}?depth=5&limit=0`)
      expect(list.body.totalDocs).toBe(1)
      expect(list.text).not.toContain(SECRET)
      expect(list.text).not.toContain(secret.id)
      expect((await find('rival', `/${slug}/count`)).body.totalDocs).toBe(1)
    }
    for (const path of [
      `/workflow-executions/${secret.id}?depth=5`,
      `/agent-jobs/${secret.jobs[0]!.id}`,
      `/documents/${secret.outputs.documents[0]!.id}`,
      `/media/${secret.outputs.media[0]!.id}`,
      `/workflow-templates/${secret.template.id}`,
    ]) {
      const { status, text } = await find('rival', path)
      expect([404, status, text.includes(SECRET)]).toEqual([404, 404, false])
    }
    const file = secret.outputs.media[0]!.url.replace(/^.*\/api/, '')
    expect([403, 404]).toContain((await site.fetch('rival', file)).status)
  })

  it.each([
    ['workflow-executions', `where[templateName][like]=${SECRET}`],
    ['workflow-executions', 'where[id][in]=SECRET_ID'],
    ['workflow-executions', `where[or][0][params.topic][equals]=${SECRET}`],
    ['workflow-executions', 'where[workspace][equals]=ACME'],
    ['workflow-executions', 'where[workspace.name][like]=Acme'],
    ['workflow-executions', 'where[launchedBy.email][like]=editor'],
    ['workflow-executions', 'where[template.workspace.name][like]=Acme'],
    ['agent-jobs', 'where[execution][equals]=SECRET_ID'],
    ['agent-jobs', `where[execution.templateName][like]=${SECRET}`],
    ['agent-jobs', 'where[execution.workspace][equals]=ACME'],
    ['agent-jobs', 'where[execution.workspace.name][like]=Acme'],
    ['agent-jobs', `where[input.prompt][like]=${SECRET}`],
    ['agent-jobs', `where[or][0][execution.params.topic][like]=${SECRET}`],
    ['document-attachments', 'where[execution][equals]=SECRET_ID'],
  ])('should not be an oracle: %s?%s', async (slug, query) => {
    const asked = query.replace('SECRET_ID', secret.id).replace('ACME', site.studios.acme.workspace)
    const { status, body, text } = await find('rival', `/${slug}?${asked}&depth=3`)
    expect([200, 400, 403]).toContain(status)
    expect(body.totalDocs ?? 0).toBe(0)
    expect(text).not.toContain(SECRET)
  })

  it('should not lead through joins or sorting', async () => {
    const joined = await find(
      'rival',
      `/workflow-executions?joins[jobs][where][execution][equals]=${secret.id}&joins[jobs][count]=true`,
    )
    expect(joined.text).not.toContain(SECRET)
    const sorted = await find('rival', '/agent-jobs?sort=-execution.templateName')
    expect(sorted.body.totalDocs).toBe(1)
  })

  it('should hide that something is there: same answer for foreign and for unknown ids', async () => {
    const ids = [secret.id, UNKNOWN_ID]
    const routes = listEndpoints().filter(({ path }) => path.startsWith(`${EXECUTIONS}/:id`))
    expect(routes.length).toBeGreaterThan(8)
    for (const { method, path } of routes) {
      const json =
        method === 'get' ? undefined : { nodeId: 'look', decision: 'approve', params: {} }
      const [foreign, unknown] = await Promise.all(
        ids.map((id) =>
          site.call('rival', path.replace(':id', id), { method: method.toUpperCase(), json }),
        ),
      )
      expect([path, foreign?.status, foreign?.body]).toEqual([path, 404, unknown?.body])
    }
    expect((await site.read(secret.id)).status).toBe('paused')
  })
})

describe('Payload’s own GraphQL', () => {
  let ask: (who: Person, source: string) => Promise<{ data: Json; errors: number; text: string }>
  beforeAll(() => {
    const { schema } = configToSchema(site.payload.config)
    ask = async (who, source) => {
      const { docs } = await site.payload.find({
        collection: 'users',
        where: { email: { equals: `${who}@example.com` } },
      })
      const user = { ...docs[0], collection: 'users' } as unknown as PayloadRequest['user']
      const req = await createLocalReq({ user: user ?? undefined }, site.payload)
      const answer = await graphql({ schema, source, contextValue: { req } })
      const data = (answer.data ?? {}) as Json
      return { data, errors: answer.errors?.length ?? 0, text: JSON.stringify(answer) }
    }
  })

  it('should show nothing of another workspace', async () => {
    const list = '{ WorkflowExecutions(limit: 0) { totalDocs docs { id templateName params } } }'
    const { data, text } = await ask('rival', list)
    expect(data.WorkflowExecutions).toMatchObject({ totalDocs: 1, docs: [{ id: own.id }] })
    expect(text).not.toContain(SECRET)
    expect((await ask('viewer', list)).text).toContain(SECRET)
    for (const source of [
      `{ WorkflowExecution(id: "${secret.id}") { id templateName } }`,
      `{ AgentJob(id: "${secret.jobs[0]!.id}") { id input } }`,
      `{ AgentJobs(where: { execution: { equals: "${secret.id}" } }) { docs { id input } } }`,
      `{ WorkflowExecutions(where: { templateName: { like: "${SECRET}" } }) { docs { id } } }`,
    ]) {
      const answer = await ask('rival', source)
      expect(answer.text).not.toContain(SECRET)
      expect(answer.text).not.toContain(secret.id)
    }
    const counted = await ask('rival', '{ countWorkflowExecutions { totalDocs } }')
    expect(counted.data.countWorkflowExecutions).toEqual({ totalDocs: 1 })
  })

  it('should write nothing', async () => {
    const before = await rows()
    const job = secret.jobs[0]!.id
    for (const source of [
      `mutation { updateWorkflowExecution(id: "${secret.id}", data: { status: "completed" }) { id } }`,
      `mutation { deleteWorkflowExecution(id: "${secret.id}") { id } }`,
      `mutation { createWorkflowExecution(data: { id: "${UNKNOWN_ID}", status: "completed" }) { id } }`,
      `mutation { updateAgentJob(id: "${job}", data: { cost: 0 }) { id } }`,
      `mutation { deleteAgentJob(id: "${job}") { id } }`,
    ]) {
      expect((await ask('admin', source)).errors, source).toBeGreaterThan(0)
    }
    expect(await rows()).toEqual(before)
  })
})

describe('rights that are lost while a workflow runs', () => {
  const gated = async () => {
    const gate = createGate()
    const asked = site.fake.requests.length
    site.fake.respond(() => gate.answer)
    const { id } = await site.run(flow([copy('posts', { provider: 'fake' })]))
    await expect.poll(() => site.fake.requests.length, { timeout: 20_000 }).toBe(asked + 1)
    return { id, open: gate.open }
  }
  const setRole = (user: string, role: string | null) => {
    const { demo, editor } = site.studios.users
    const members = [
      { user: demo, role: 'owner' },
      ...(role ? [{ user, role }] : []),
      ...(user === editor ? [] : [{ user: editor, role: 'editor' }]),
    ]
    return site.payload.update({
      collection: 'workspaces',
      id: site.studios.acme.workspace,
      data: { members } as never,
    })
  }

  it('should make nothing in the name of who may no longer write', async () => {
    const { id, open } = await gated()
    const { totalDocs } = await site.payload.count({ collection: 'documents' })
    await setRole(site.studios.users.editor, 'viewer')
    open()
    const failed = await site.until(id, 'failed')
    expect(failed.error).toMatchObject({ code: 'forbidden', nodeId: 'posts' })
    expect(failed.error?.message).toContain('editor@example.com')
    expect((await site.payload.count({ collection: 'documents' })).totalDocs).toBe(totalDocs)
    await setRole(site.studios.users.editor, 'editor')
  })

  it('should hide the execution from who has left the workspace, also a stream of it', async () => {
    await setRole(site.studios.users.editor, null)
    expect((await site.call('editor', `${EXECUTIONS}/${secret.id}`)).status).toBe(404)
    expect((await site.call('editor', `${EXECUTIONS}/${secret.id}/events`)).status).toBe(404)
    await setRole(site.studios.users.editor, 'editor')
    expect((await site.call('editor', `${EXECUTIONS}/${secret.id}`)).status).toBe(200)
  })

  it('should make nothing in the name of who is gone, and pay nothing', async () => {
    const { id, open } = await gated()
    await setRole(site.studios.users.editor, null)
    await site.payload.delete({ collection: 'users', id: site.studios.users.editor })
    open()
    const { error } = await site.until(id, 'failed', 'demo')
    expect(error).toMatchObject({ code: 'principal_gone' })
    // And nothing is paid for: a retry is a call of its own.
    const asked = site.fake.requests.length
    const retry = { nodeId: 'posts' }
    const again = await site.post('demo', `${EXECUTIONS}/${id}/retry-node`, retry)
    expect(again.status).toBe(200)
    const failed = await site.until(id, 'failed', 'demo')
    expect(failed.error).toMatchObject({ code: 'principal_gone' })
    expect(failed.jobs[0]?.attempts).toBe(1)
    expect(site.fake.requests.length).toBe(asked)
  })
})
