import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startSite, type Answer, type Person, type Site } from './site.fixture.js'
import { circle, graph, inputs, PATH, template, UNKNOWN } from './templates.fixture.js'

let site: Site
let payload: Payload
let studios: Site['studios']
let call: Site['call']
let post: Site['post']
const put = (who: Person, id: string, json: unknown) =>
  call(who, `${PATH}/${id}`, { method: 'PUT', json })
const remove = (who: Person, id: string) => call(who, `${PATH}/${id}`, { method: 'DELETE' })
const codeOf = ({ body }: Answer): string => body.errors[0].data.code
const create = async (who: Person = 'editor', more: object = {}) => {
  const { status, body } = await post(who, PATH, template(more))
  expect(status).toBe(201)
  return body as { id: string; [field: string]: unknown }
}
const systemTemplate = async () => {
  const { docs } = await payload.find({
    collection: 'workflow-templates',
    where: { isSystem: { equals: true } },
    sort: 'name',
    limit: 1,
  })
  return docs[0] as { id: string; name: string }
}

beforeAll(async () => {
  site = await startSite('templates')
  ;({ payload, studios, call, post } = site)
})
afterAll(() => site.stop())

describe('creating and reading', () => {
  it('should publish what is valid and ignore what only the engine writes', async () => {
    const made = await create('editor', { isSystem: true, usageCount: 9, nodeCount: 7 })
    expect(made).toMatchObject({
      isSystem: false,
      usageCount: 0,
      nodeCount: 2,
      successRate: null,
      status: 'published',
      workspace: studios.acme.workspace,
    })
    const read = await call('viewer', `${PATH}/${made.id}`)
    expect(read.body).toEqual(made)
    expect(read.headers.get('cache-control')).toBe('no-store')
    const { rows } = await site.sql.query(
      'select created_by_id, _status from workflow_templates where id = $1',
      [made.id],
    )
    expect(rows).toEqual([{ created_by_id: studios.users.editor, _status: 'published' }])
  })

  it('should tell every problem at once and store nothing', async () => {
    const before = await call('editor', `${PATH}?includeSystem=false`)
    const answer = await post('editor', PATH, { category: 'Nonsense', graph: circle })
    expect(answer.status).toBe(422)
    const found = answer.body.errors[0].data.issues.map(
      (issue: { code: string; path: string }) => `${issue.code} ${issue.path}`,
    )
    expect(found).toEqual(
      expect.arrayContaining([
        'required_field_missing name',
        'invalid_enum_value category',
        'cycle_detected nodes[0]',
        'unknown_variable nodes[0].config.promptTemplate',
      ]),
    )
    const after = await call('editor', `${PATH}?includeSystem=false`)
    expect(after.body.totalDocs).toBe(before.body.totalDocs)
  })

  it('should validate without storing and name the circle', async () => {
    const good = await post('viewer', `${PATH}/validate`, { graph, inputs })
    expect([good.status, good.body]).toEqual([
      200,
      { valid: true, executionOrder: ['copy', 'approval'] },
    ])
    const bad = await post('viewer', `${PATH}/validate`, { graph: circle, inputs })
    expect(bad.status).toBe(422)
    expect(bad.body.errors[0].data.cycle).toEqual(['a', 'b', 'a'])
  })

  it('should describe every node type with a JSON Schema', async () => {
    const { body } = await call('viewer', '/workflows/node-types')
    const types = (body as unknown as { type: string; configSchema: { type: string } }[]).map(
      ({ type, configSchema }) => [type, configSchema.type],
    )
    expect(types).toEqual(
      ['generate_copy', 'generate_image', 'attach_to_document', 'review', 'conditional']
        .concat('parallel', 'merge')
        .map((type) => [type, 'object']),
    )
  })

  it('should estimate a launch and check its params', async () => {
    const { id } = await create()
    const good = await post('viewer', `${PATH}/${id}/estimate`, { params: { topic: 'bikes' } })
    expect(good.body).toMatchObject({ items: 2, cost: expect.any(Number) as number })
    const bad = await post('viewer', `${PATH}/${id}/estimate`, { params: { topic: 5, x: 1 } })
    expect(bad.status).toBe(422)
    expect(bad.body.errors[0].data.issues.length).toBeGreaterThan(1)
  })
})

describe('who may do what', () => {
  it('should let members read, editors change and others see nothing', async () => {
    const { id } = await create('demo')
    const statuses = async (who: Person) => [
      (await call(who, `${PATH}/${id}`)).status,
      (await put(who, id, { description: who })).status,
    ]
    expect(await statuses('viewer')).toEqual([200, 403])
    expect(await statuses('editor')).toEqual([200, 200])
    expect(await statuses('admin')).toEqual([200, 200])
    expect(await statuses('rival')).toEqual([404, 404])
    for (const path of [`${PATH}/${id}/export`, `${PATH}/${id}/estimate`, `${PATH}/${id}/clone`]) {
      const init = path.endsWith('export') ? undefined : { json: { params: {} } }
      expect((await call('rival', path, init)).status).toBe(404)
    }
    expect((await remove('rival', id)).status).toBe(404)
    expect((await remove('viewer', id)).status).toBe(403)
  })

  it('should say in a sentence which role is missing and whom to ask', async () => {
    const { id } = await create()
    const answer = await put('viewer', id, { name: 'Mine' })
    expect(answer.body.errors[0]).toMatchObject({
      name: 'ForbiddenError',
      message: expect.stringMatching(/editor.*you are a viewer.*Ask an owner/) as string,
      data: { code: 'role_too_low' },
    })
  })

  it('should put nothing where the user may not edit', async () => {
    const there = { workspace: studios.rival.workspace }
    const here = { workspace: studios.acme.workspace }
    expect((await post('editor', PATH, template(there))).status).toBe(404)
    expect((await post('editor', PATH, template({ workspace: UNKNOWN }))).status).toBe(404)
    expect((await post('admin', PATH, template({ workspace: UNKNOWN }))).status).toBe(404)
    expect((await post('viewer', PATH, template(here))).status).toBe(403)
    expect((await post('viewer', PATH, template())).status).toBe(403)
    const { id } = await create()
    expect((await put('editor', id, there)).status).toBe(404)
    expect((await put('admin', id, there)).body.workspace).toBe(studios.rival.workspace)
    expect((await call('editor', `${PATH}/${id}`)).status).toBe(404)
  })

  it('should never change or delete a system template, for nobody and through no door', async () => {
    const { id } = await systemTemplate()
    for (const who of ['editor', 'admin'] as const) {
      const changed = await put(who, id, { name: 'Mine' })
      expect([changed.status, codeOf(changed)]).toEqual([403, 'system_template'])
      expect((await remove(who, id)).status).toBe(403)
      const native = `/workflow-templates/${id}`
      const patch = { method: 'PATCH', json: { name: 'Mine' } }
      expect((await call(who, native, patch)).status).toBe(403)
      expect((await call(who, `${native}?draft=true`, patch)).status).toBe(403)
      expect((await call(who, native, { method: 'DELETE' })).status).toBe(403)
      await call(who, '/workflow-templates?where[isSystem][equals]=true', { method: 'DELETE' })
    }
    expect((await call('viewer', `${PATH}/${id}`)).body.isSystem).toBe(true)
  })
})

describe('changing', () => {
  it('should change what is named and keep the rest', async () => {
    const { id } = await create('editor', { description: 'Before', defaultParams: { topic: 'x' } })
    const answer = await put('editor', id, { name: 'After' })
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        name: 'After',
        description: 'Before',
        category: 'Paid Ads',
        defaultParams: { topic: 'x' },
        nodeCount: 2,
      }),
    ])
    expect((await put('editor', id, { graph: circle })).status).toBe(422)
    expect((await call('editor', `${PATH}/${id}`)).body.nodeCount).toBe(2)
  })

  it('should never overwrite the engine’s figures, whatever is saved meanwhile', async () => {
    const { id } = await create()
    const used = 'update workflow_templates set usage_count = usage_count + 1 where id = $1'
    const engine = async () => {
      for (let count = 0; count < 40; count++) await site.sql.query(used, [id])
    }
    const saves = Array.from({ length: 10 }, (_, index) => put('editor', id, { name: `N${index}` }))
    await Promise.all([engine(), ...saves])
    expect((await call('editor', `${PATH}/${id}`)).body.usageCount).toBe(40)
    const versions = await call(
      'editor',
      `/workflow-templates/versions?where[parent][equals]=${id}&sort=createdAt&limit=1`,
    )
    await post('editor', `/workflow-templates/versions/${versions.body.docs[0].id}`)
    expect((await call('editor', `${PATH}/${id}`)).body.usageCount).toBe(40)
  })

  it('should neither publish nor lose work that is saved as a draft', async () => {
    const { id } = await create()
    const wip = { graph: circle, description: 'Half done', _status: 'draft' }
    const native = `/workflow-templates/${id}?draft=true`
    expect((await call('editor', native, { method: 'PATCH', json: wip })).status).toBe(200)
    const renamed = await put('editor', id, { name: 'Renamed' })
    expect(renamed.body).toMatchObject({ description: '', status: 'published' })
    const draft = (await call('editor', `${PATH}/${id}?draft=true`)).body
    expect(draft).toMatchObject({ name: 'Renamed', description: 'Half done', status: 'draft' })
    expect(draft.graph.edges).toHaveLength(2)
    expect((await call('editor', `${PATH}/${id}`)).body.graph.edges).toHaveLength(1)
  })
})

describe('deleting', () => {
  const execute = (id: string, status: string) =>
    payload.create({
      collection: 'workflow-executions',
      data: { id: `${id}-${status}`, template: id, status },
    })

  it('should refuse while executions have not ended, through both doors', async () => {
    const { id } = await create()
    await execute(id, 'completed')
    const running = await execute(id, 'paused')
    const refused = await remove('editor', id)
    expect([refused.status, codeOf(refused)]).toEqual([409, 'template_in_use'])
    const native = await call('editor', `/workflow-templates/${id}`, { method: 'DELETE' })
    expect([native.status, codeOf(native)]).toEqual([409, 'template_in_use'])
    await payload.delete({ collection: 'workflow-executions', id: running.id })
    expect(await remove('editor', id)).toMatchObject({ status: 204, body: {} })
  })

  it('should let one of three at once delete it and tell the others it is gone', async () => {
    const { id } = await create()
    const answers = await Promise.all([1, 2, 3].map(() => remove('editor', id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404])
  })
})
