import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { login, TEST_ORIGIN } from '../support/payload.js'
import { startSite, type Person, type Site } from './site.fixture.js'
import { graph, inputs, PATH, template, UNKNOWN } from './templates.fixture.js'

const NATIVE = '/workflow-templates'
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

let site: Site
let made: { id: string }
const send = (path: string, init: RequestInit = {}, who: Person = 'editor') =>
  site.call(who, path, init)
const json = (method: string, value: unknown, headers: Record<string, string> = {}) => ({
  method,
  body: typeof value === 'string' ? value : JSON.stringify(value),
  headers: { 'Content-Type': 'application/json', ...headers },
})

beforeAll(async () => {
  site = await startSite('templates input')
  made = (await site.post('editor', PATH, template())).body as { id: string }
})
afterAll(() => site.stop())

type Case = [name: string, path: string, init: RequestInit, status: number]
const post = (name: string, value: unknown, status: number): Case => [
  name,
  PATH,
  json('POST', value),
  status,
]

describe('bad input', () => {
  const cases: Case[] = [
    post('broken JSON', '{"name":', 400),
    post('brackets without end', '['.repeat(500_000), 400),
    post('nesting', nested(65), 400),
    post('NUL', template({ name: 'a\0' }), 400),
    post('half an emoji', '{"name":"\\ud800"}', 400),
    post('2 MB', template({ description: 'x'.repeat(2e6) }), 413),
    post('a list', [], 422),
    post('null', 'null', 422),
    post('a text', '"x"', 422),
    post('wrong types', { name: 5, category: {}, graph: 5, inputs: 'x', defaultParams: [] }, 422),
    post('a deep graph', template({ graph: nested(40) }), 422),
    post('no graph', template({ graph: null }), 422),
    post('inputs of a bad name', template({ inputs: [{ name: '__proto__', label: 1 }] }), 422),
    post('a default nobody asks for', template({ defaultParams: { nope: 1 } }), 422),
    post('a long name', template({ name: 'x'.repeat(201) }), 422),
    post('a blank name', template({ name: '  ' }), 422),
    post('an object for a workspace', template({ workspace: { not: null } }), 422),
    post('SQL for a workspace', template({ workspace: "1' or '1'='1" }), 404),
    ['a form', PATH, { method: 'POST', body: new URLSearchParams({ name: 'x' }) }, 400],
    ['bytes', PATH, json('POST', '{}', { 'Content-Type': 'application/octet-stream' }), 400],
    ['nothing', PATH, { method: 'POST' }, 422],
    ['an id of words', `${PATH}/abc`, {}, 404],
    ['an id of NUL', `${PATH}/%00`, {}, 404],
    ['a long id', `${PATH}/${'9'.repeat(400)}`, {}, 404],
    ['an unknown id', `${PATH}/${UNKNOWN}`, {}, 404],
    ['a broken escape', `${PATH}/%E0%A4%A`, {}, 400],
    ['a change of nothing there', `${PATH}/abc`, json('PUT', {}), 404],
    ['a deletion of nothing there', `${PATH}/abc`, { method: 'DELETE' }, 404],
    ['an export of nothing there', `${PATH}/abc/export`, {}, 404],
    ['an empty validation', `${PATH}/validate`, json('POST', {}), 422],
    ['a limit of words', `${PATH}?limit=abc`, {}, 422],
    ['half a limit', `${PATH}?limit=1.5`, {}, 422],
    ['a limit below', `${PATH}?limit=0&page=-4`, {}, 200],
    ['a page far away', `${PATH}?page=99999999999999`, {}, 200],
    ['an unknown sort', `${PATH}?sort=graph`, {}, 422],
    ['an unknown category', `${PATH}?category=nope`, {}, 422],
    ['a search for NUL', `${PATH}?search=%00`, {}, 400],
    ['a search for quotes', `${PATH}?search=${encodeURIComponent(`\\%_'"`)}`, {}, 200],
    ['maybe', `${PATH}?includeSystem=maybe`, {}, 422],
    ['a nested query', `${PATH}?workspace[]=1&limit[a]=b`, {}, 200],
    ['empty filters', `${PATH}?category=&search=&workspace=`, {}, 200],
  ]
  it.each(cases)('should answer %s without falling over', async (_, path, init, status) => {
    const answer = await send(path, init)
    expect(answer.status).toBe(status)
    const error = answer.body.errors?.[0]
    expect(Boolean(error?.message && error.data?.code)).toBe(status >= 400)
  })

  it('should answer bad changes of what is there', async () => {
    const to = (path: string, method: string, value: unknown) =>
      send(`${PATH}/${made.id}${path}`, json(method, value))
    expect((await to('', 'PUT', { name: 1, graph: 'x' })).status).toBe(422)
    expect((await to('', 'PUT', { graph: null })).status).toBe(422)
    expect((await to('', 'PUT', {})).status).toBe(200)
    expect((await to('/clone', 'POST', { name: 5 })).status).toBe(422)
    expect((await to('/clone', 'POST', { workspace: 'nonsense' })).status).toBe(404)
    expect((await to('/estimate', 'POST', { params: [1] })).status).toBe(422)
    expect((await to('/estimate', 'POST', { params: { topic: {} } })).status).toBe(422)
  })

  it('should not let __proto__ reach anything', async () => {
    const body = JSON.stringify(template()).replace('{', '{"__proto__":{"isSystem":true},')
    const { status, body: answer } = await send(PATH, json('POST', body))
    expect([status, answer]).toEqual([201, expect.objectContaining({ isSystem: false })])
    expect(({} as { isSystem?: boolean }).isSystem).toBeUndefined()
  })

  it('should ask for a login everywhere', async () => {
    const id = made.id
    for (const [method, path] of [
      ['GET', PATH],
      ['POST', PATH],
      ['GET', `${PATH}/${id}`],
      ['PUT', `${PATH}/${id}`],
      ['DELETE', `${PATH}/${id}`],
      ['POST', `${PATH}/${id}/clone`],
      ['POST', `${PATH}/${id}/estimate`],
      ['GET', `${PATH}/${id}/export`],
      ['POST', `${PATH}/import`],
      ['POST', `${PATH}/validate`],
      ['GET', '/workflows/node-types'],
    ] as const) {
      expect([path, (await send(path, { method }, 'nobody')).status]).toEqual([path, 401])
    }
  })

  it('should refuse a foreign page that comes with the visitor’s cookie', async () => {
    const token = await login(site.payload, 'editor@example.com')
    const from = async (origin: string) =>
      (
        await send(
          PATH,
          json('POST', template(), { Cookie: `payload-token=${token}`, Origin: origin }),
          'nobody',
        )
      ).status
    expect(await from(TEST_ORIGIN)).toBe(201)
    // Payload drops the cookie of an origin it does not know, so to us there is nobody.
    expect(await from('https://evil.example')).toBe(401)
    expect(await from('null')).toBe(401)
    const byToken = await send(PATH, json('POST', template(), { Origin: 'https://evil.example' }))
    expect(byToken.status).toBe(201)
  })
})

describe('Payload’s own doors', () => {
  it('should keep drafts with problems and publish none', async () => {
    const broken = { name: 'Draft', graph: { nodes: [{ id: 'x' }], edges: [] } }
    const draft = await send(`${NATIVE}?draft=true`, json('POST', broken))
    expect(draft.status).toBe(201)
    const id = draft.body.doc?.id
    const published = await send(`${NATIVE}/${id}`, json('PATCH', { _status: 'published' }))
    expect([published.status, published.body.errors?.[0]?.data?.code]).toEqual([
      422,
      'validation_failed',
    ])
    expect((await send(`${PATH}/${id}`, json('PUT', { name: 'x' }))).status).toBe(422)
    expect((await send(`${PATH}/${id}`, json('PUT', { graph, inputs }))).status).toBe(200)
  })

  it('should refuse drafts that are no flow at all', async () => {
    for (const bad of [
      { rev: 3 },
      [],
      'x',
      5,
      { nodes: 1, edges: [] },
      { nodes: [1], edges: [] },
    ]) {
      const answer = await send(`${NATIVE}?draft=true`, json('POST', { name: 'T', graph: bad }))
      expect([bad, answer.status]).toEqual([bad, 422])
    }
    const unstorable = { name: 'T', graph: { nodes: [{ id: 'a\0' }], edges: [] } }
    expect((await send(`${NATIVE}?draft=true`, json('POST', unstorable))).status).toBe(422)
  })

  it('should ignore fields of the engine', async () => {
    const sneaky = { isSystem: true, usageCount: 5, systemKey: 'x', nodeCount: 9 }
    const { status, body } = await send(`${NATIVE}/${made.id}`, json('PATCH', sneaky))
    expect(status).toBe(200)
    expect(body.doc).toMatchObject({ isSystem: false, usageCount: 0 })
  })

  it('should keep workspaces apart, in the history too', async () => {
    const theirs = (await send(PATH, json('POST', template()), 'rival')).body.id
    const history = `${NATIVE}/versions?where[parent][equals]=${theirs}`
    expect((await send(history)).body.docs).toEqual([])
    expect((await send(history, {}, 'rival')).body.docs).toHaveLength(1)
    expect((await send(`${NATIVE}/${theirs}`)).status).toBe(404)
    const there = { workspace: site.studios.rival.workspace }
    expect((await send(NATIVE, json('POST', template(there)))).status).toBe(403)
    expect((await send(`${NATIVE}/${made.id}`, json('PATCH', there))).status).toBe(403)
  })
})
