import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { listEndpoints } from '../../src/plugins/workflows/endpoints/defineEndpoint.js'
import { login, restFetch, TEST_ORIGIN } from '../support/payload.js'
import {
  copy,
  EXECUTIONS,
  flow,
  startWorkflowSite,
  TEMPLATES,
  UNKNOWN_ID,
  type Answer,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

let site: WorkflowSite
let template: string
let execution: string
let counts: Record<string, number>

beforeAll(async () => {
  // Without a worker: nothing changes but by a request.
  site = await startWorkflowSite({ name: 'bad input', slots: 0 })
  template = await site.template(flow([copy('posts')]))
  execution = (await site.launch(template)).id
  await site.post('editor', `${EXECUTIONS}/${execution}/pause`)
  counts = await countAll()
})
afterAll(() => site.stop())

/** Rows of every table of the site, of the engine and of its queue. */
const countAll = async (): Promise<Record<string, number>> => {
  const { rows } = await site.sql.query<{ name: string; xml: string }>(
    `select table_schema || '.' || table_name as name, query_to_xml(
       format('select count(*) from %I.%I', table_schema, table_name), false, true, '')::text as xml
     from information_schema.tables where table_type = 'BASE TABLE'
       and table_schema in ('public', 'payload_workflows', 'graphile_worker')`,
  )
  return Object.fromEntries(
    rows.map(({ name, xml }) => [name, Number(/<count>(\d+)</.exec(xml)?.[1])]),
  )
}
const unchanged = async () => {
  expect(await countAll()).toEqual(counts)
  expect((await site.read(execution)).status).toBe('paused')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
}
const JSON_TYPE = { 'Content-Type': 'application/json' }
const raw = (path: string, body: BodyInit, headers: Record<string, string> = {}, method = 'POST') =>
  site.call('editor', path, { method, body, headers: { ...JSON_TYPE, ...headers } })
const shape = ({ body }: Answer<Refusal>) => {
  expect(body.errors[0]).toMatchObject({
    name: expect.stringMatching(/Error$/),
    message: expect.stringMatching(/\w{3}/),
    data: { code: expect.stringMatching(/^[a-z_]+$/) },
  })
}

/** Every route by which people change something, with ids that exist; those of machines: machines.spec.ts. */
const changing = () =>
  listEndpoints()
    .filter(({ secret }) => !secret)
    .filter(({ method, path }) => method !== 'get' && path.startsWith('/workflows/'))
    .map(({ method, path }) => ({
      method: method.toUpperCase(),
      path: path.replace(':id', path.startsWith(EXECUTIONS) ? execution : template),
    }))

describe('bodies that are no JSON', () => {
  const bodies: [string, BodyInit, Record<string, string>, number][] = [
    ['broken JSON', '{"template": ', {}, 400],
    ['two values', '{} {}', {}, 400],
    ['single quotes', "{'template': 1}", {}, 400],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), {}, 400],
    ['a NUL', '{"nodeId":"a\\u0000b"}', {}, 400],
    ['half an emoji', '{"nodeId":"\\ud83d"}', {}, 400],
    ['a NUL in a name', '{"a\\u0000":1}', {}, 400],
    ['nesting without end', '['.repeat(200) + ']'.repeat(200), {}, 400],
    ['a form', 'nodeId=posts', { 'Content-Type': 'application/x-www-form-urlencoded' }, 400],
    ['plain text', '{"nodeId":"posts"}', { 'Content-Type': 'text/plain' }, 400],
    ['no content type', '{"nodeId":"posts"}', { 'Content-Type': '' }, 400],
    ['two megabytes', JSON.stringify({ nodeId: 'x'.repeat(2 * 1024 * 1024) }), {}, 413],
  ]

  it.each(bodies)('should be refused on every route: %s', async (_name, body, headers, status) => {
    const routes = changing()
    expect(routes.length).toBeGreaterThan(12)
    for (const { method, path } of routes) {
      const answer = await raw(path, body, headers, method)
      expect([path, answer.status]).toEqual([path, status])
      shape(answer)
    }
    await unchanged()
  })

  it('should be refused as multipart, whatever is said to be in it', async () => {
    const form = new FormData()
    form.set('_payload', JSON.stringify({ template, params: { topic: 'x' } }))
    form.set('file', new Blob(['/etc/passwd']), '../../etc/passwd')
    const answer = await site.call('editor', `${EXECUTIONS}/launch`, { method: 'POST', body: form })
    expect([400, 422]).toContain(answer.status)
    await unchanged()
  })
})

describe('ids', () => {
  const ids = [
    ...'0 -1 1e9 null undefined NaN {} % ../../users __proto__ constructor toString'.split(' '),
    ...[UNKNOWN_ID, `{${UNKNOWN_ID}}`, `${UNKNOWN_ID}'`, "' or 1=1 --", '1; drop table users'],
    ...['\u0000', '💥', 'x'.repeat(3_000)],
  ]

  it('should be found nowhere when they are nobody’s', async () => {
    const routes = listEndpoints().filter(({ path }) => path.startsWith(`${EXECUTIONS}/:id`))
    for (const { method, path } of routes) {
      for (const id of ids) {
        const json =
          method === 'get' ? undefined : { nodeId: 'posts', decision: 'approve', params: {} }
        const route = path.replace(':id', encodeURIComponent(id))
        const answer = await site.call('editor', route, { method: method.toUpperCase(), json })
        expect([method, path, id, answer.status]).toEqual([method, path, id, 404])
      }
    }
    await unchanged()
  })

  it('should be refused when their escapes are broken', async () => {
    expect((await site.call('editor', `${EXECUTIONS}/%E0%A4%A`)).status).toBe(400)
  })
})

describe('launches', () => {
  const params = { topic: 'tea' }
  const documents = (contextDocuments: unknown) => ({ contextDocuments })
  /** What is wrong beside a template and params that are right. */
  const wrong: [number, object][] = [
    [422, { template: [UNKNOWN_ID] }],
    [422, { template: { id: UNKNOWN_ID } }],
    [422, { template: '' }],
    [404, { template: 12 }],
    [404, { template: UNKNOWN_ID }],
    [422, { params: [] }],
    [422, { params: 'tea' }],
    [422, { params: { ...params, constructor: 1 } }],
    [422, { params: { topic: { a: { b: 1 } } } }],
    [422, { params: { topic: 1e400 } }],
    [422, { workspace: [] }],
    [404, { workspace: 1e99 }],
    [404, { project: "' or 1=1 --" }],
    [422, { test: 'yes' }],
    [422, { idempotencyKey: {} }],
    [422, documents({ mode: 'some' })],
    [422, documents({ ids: [] })],
    [422, documents([UNKNOWN_ID])],
    [422, documents({ mode: 'selected', ids: [{}] })],
    [422, documents({ mode: 'selected', ids: Array(101).fill('x') })],
    [422, { referenceFiles: UNKNOWN_ID }],
    [422, { referenceFiles: ['../../etc/passwd'] }],
  ]

  it.each(wrong)('should be refused with %i: %j', async (status, more) => {
    const answer = await site.post('editor', `${EXECUTIONS}/launch`, { template, params, ...more })
    expect(answer.status).toBe(status)
    shape(answer)
    await unchanged()
  })

  it.each([{}, null, [], 'launch', 7, true])('should not be %j', async (json) => {
    expect((await site.post('editor', `${EXECUTIONS}/launch`, json)).status).toBe(422)
    await unchanged()
  })

  it('should drop keys that reach prototypes', async () => {
    const body = `{"template":"${template}","params":{"__proto__":{"polluted":1},"topic":"x","nope":1},"__proto__":{"test":true}}`
    const answer = await raw(`${EXECUTIONS}/launch`, body)
    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].data.issues?.map(({ path }) => path)).toEqual(['params.nope'])
    await unchanged()
  })
})

describe('graphs', () => {
  const chain = Array.from({ length: 50 }, (_, at) => `n${at}`)
  const round = chain.map((id, at) => `${id}>${chain[(at + 1) % chain.length]}`)
  const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => ({ inner }), 1)
  const one = (more: object) => flow([{ ...copy('a'), ...more }])
  const prompt = (promptTemplate: string) => flow([copy('a', { promptTemplate })])
  const many = Array.from({ length: 1_001 }, (_, at) => copy(`n${at}`))
  const cases: [string, string, unknown][] = [
    ['none', 'required_field_missing', undefined],
    ['null', 'invalid_type', null],
    ['a list', 'invalid_type', []],
    ['a text', 'invalid_type', '{"nodes":[]}'],
    ['empty', 'empty_graph', { nodes: [], edges: [] }],
    ['nodes of null', 'invalid_type', { nodes: [null], edges: [null] }],
    ['an object for nodes', 'invalid_type', { nodes: {}, edges: {} }],
    ['a circle of one', 'self_edge', flow([copy('a')], 'a>a')],
    ['a circle of two', 'cycle_detected', flow([copy('a'), copy('b')], 'a>b', 'b>a')],
    [
      'a circle of fifty',
      'cycle_detected',
      flow(
        chain.map((id) => copy(id)),
        ...round,
      ),
    ],
    ['the same id twice', 'duplicate_id', flow([copy('a'), copy('a')])],
    ['an edge from nowhere', 'unknown_endpoint', flow([copy('a')], 'x>a')],
    ['a node called __proto__', 'invalid_type', flow([copy('__proto__')])],
    ['a node called constructor', 'invalid_type', flow([copy('constructor')])],
    ['a number for an id', 'invalid_type', one({ id: 7 })],
    ['a type that is none', 'unknown_node_type', one({ type: 'constructor' })],
    ['a list for a config', 'invalid_type', one({ config: [] })],
    ['a place that is none', 'invalid_type', one({ position: 'left' })],
    ['a config too deep', 'graph_too_large', one({ config: { deep } })],
    ['too many nodes', 'graph_too_large', flow(many)],
    ['a prompt that is broken', 'template_syntax_error', prompt('{{topic')],
    ['a prompt that reads files', 'template_syntax_error', prompt("{% include '/etc/passwd' %}")],
    ['a prompt that climbs', 'unknown_variable', prompt('{{constructor.constructor}}')],
  ]

  it.each(cases)('should be refused: %s (%s)', async (_name, code, graph) => {
    for (const [path, more] of [
      [`${TEMPLATES}/validate`, {}],
      [TEMPLATES, { name: 'Bad', category: 'Custom' }],
    ] as const) {
      const answer = await site.post('editor', path, { graph, inputs: [], ...more })
      expect([path, answer.status]).toEqual([path, 422])
      expect(answer.body.errors[0].data.issues?.map((issue) => issue.code)).toContain(code)
    }
    await unchanged()
  })

  it('should not reach prototypes by a key', async () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const body = `{"graph":{"nodes":[{"id":"a","type":"generate_copy","config":{"promptTemplate":"x","${key}":{"polluted":1}}}],"edges":[]}}`
      const answer = await raw(`${TEMPLATES}/validate`, body)
      expect([200, 422]).toContain(answer.status)
    }
    await unchanged()
  })
})

describe('who is asking', () => {
  it('should be known on every route but health', async () => {
    // Those for machines ask for a secret instead: tests/int/machines.spec.ts.
    for (const { method, path, public: open } of listEndpoints().filter((one) => !one.secret)) {
      const answer = await site.call('nobody', path.replace(/:\w+/g, UNKNOWN_ID), {
        method: method.toUpperCase(),
        ...(method !== 'get' && { json: {} }),
      })
      expect([path, answer.status]).toEqual([path, open ? 200 : 401])
      if (!open) expect(answer.body.errors[0].data.code).toBe('not_authenticated')
    }
    expect(
      listEndpoints()
        .filter((one) => one.public)
        .map(({ path }) => path),
    ).toEqual(['/workflows/health'])
    await unchanged()
  })

  it('should not be a page of another site that uses the visitor’s cookie', async () => {
    const cookie = `payload-token=${await login(site.payload, 'editor@example.com')}`
    counts = await countAll()
    const pages: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: `${TEST_ORIGIN}.evil.example` },
    ]
    const changing = listEndpoints().filter(({ method, secret }) => method !== 'get' && !secret)
    expect(changing.length).toBeGreaterThan(15)
    for (const headers of pages) {
      const fetch = restFetch(site.payload, { Cookie: cookie, ...headers })
      for (const { method, path } of changing) {
        const at = path.replace(
          ':id',
          path.startsWith('/workflows/executions') ? execution : UNKNOWN_ID,
        )
        const answer = await fetch(at.replace(/:\w+/g, UNKNOWN_ID), {
          method: method.toUpperCase(),
          body: '{}',
          headers: JSON_TYPE,
        })
        expect([method, path, [401, 403].includes(answer.status)]).toEqual([method, path, true])
      }
    }
    await unchanged()
  })
})

describe('filters of Payload’s own lists', () => {
  it.each([
    'where[workspace][in]=nope',
    'where[params][like]=x',
    "where[params.x' or 1=1][equals]=1",
    'where[execution.params.topic][equals]=tea',
    'where[id][equals]=%00',
    'where[id][near]=1,2',
    'where[test][equals]=maybe',
    'where[password][like]=a',
    'where=abc',
    'page=-1',
    'limit=1e30',
  ])('should be refused or find nothing, never break: %s', async (query) => {
    for (const slug of ['workflow-executions', 'agent-jobs']) {
      const { status } = await site.call('viewer', `/${slug}?${query}`)
      expect([200, 400]).toContain(status)
    }
  })
})
