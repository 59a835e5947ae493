import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  copy,
  EXECUTIONS,
  flow,
  image,
  INPUTS,
  review,
  startWorkflowSite,
  TEMPLATES,
  UNKNOWN_ID,
  type Refusal,
  type WorkflowSite,
} from '../support/workflow.js'

/**
 * What tests/int/isolation.spec.ts (executions and agent jobs) does not ask: templates, their versions, attachments,
 * ids in bodies, keys, and Payload's own side doors.
 */

/** Stands in every text of the workspace that the rival is no member of. */
const SECRET = 'Ouagadougou'

let site: WorkflowSite
let secret: ExecutionDetail
let template: string
let rivals: string

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'idor' })
  const graph = flow(
    [copy('posts', { promptTemplate: `${SECRET} {{topic}}` }), image('picture'), review('look')],
    'posts>look',
    'picture>look',
  )
  template = await site.template(graph, { name: `${SECRET} campaign`, description: SECRET })
  const launched = await site.launch(template, {
    params: { topic: SECRET },
    idempotencyKey: 'a-guessable-key',
  })
  secret = await site.until(launched.id, 'paused')
  await site.post('editor', `/documents/${document()}/attachments`, { imageIds: [picture()] })
  const theirs = await site.post<{ id: string }>('rival', TEMPLATES, {
    name: 'Ours',
    category: 'Custom',
    graph: flow([copy('posts')]),
    inputs: INPUTS,
  })
  rivals = theirs.body.id
})
afterAll(() => site.stop())

const document = () => String(secret.outputs.documents[0]?.id)
const picture = () => String(secret.outputs.media[0]?.id)

/** Nothing of theirs: no word, no id. */
const expectNothing = (text: string, but: string[] = []) => {
  for (const word of [SECRET, secret.id, template, document(), picture()]) {
    if (!but.includes(word)) expect(text).not.toContain(word)
  }
}
const ask = async (path: string) => {
  const response = await site.fetch('rival', path)
  return { status: response.status, text: await response.text() }
}

describe('Payload’s own REST, as somebody of another workspace', () => {
  it.each([
    '/workflow-templates?depth=5&limit=0',
    '/workflow-templates/versions?depth=5&limit=0',
    '/workflow-templates/versions?where[version.name][like]=SECRET',
    '/document-attachments?depth=5&limit=0',
    '/workflow-executions?depth=5&joins[jobs][limit]=0',
    '/payload-locked-documents?depth=5',
    '/payload-preferences?depth=5',
    '/documents?depth=5&limit=0',
    '/media?depth=5&limit=0',
    '/projects?depth=5',
    '/workspaces?depth=5',
    '/users?depth=5',
  ])('should show nothing: %s', async (path) => {
    const { status, text } = await ask(path.replace('SECRET', SECRET))
    expect([200, 400, 403]).toContain(status)
    expectNothing(text)
  })

  it.each([
    () => `/workflow-templates/${template}`,
    () => `/workflow-templates/${template}?draft=true&depth=5`,
    () => `/workflow-templates/versions/${UNKNOWN_ID}`,
    () => `/documents/${document()}`,
    () => `/documents/${document()}/attachments`,
    () => `/media/${picture()}`,
  ])('should find no id of theirs (%#)', async (path) => {
    const { status, text } = await ask(path())
    expect([403, 404]).toContain(status)
    expect(text).not.toContain(SECRET)
  })

  it.each([
    'workflow-templates?where[name][like]=SECRET',
    'workflow-templates?where[graph][like]=SECRET',
    'workflow-templates?where[workspace.name][like]=Acme&where[isSystem][not_equals]=true',
    'workflow-templates?where[createdBy.email][like]=editor',
    'document-attachments?where[image.alt][exists]=true',
    'document-attachments?where[documentId][exists]=true',
    'document-attachments?where[attachedBy.email][like]=editor',
    'documents?where[workspace.name][like]=Acme',
    'media?where[workspace.name][like]=Acme',
  ])('should be no oracle, also not by counting: %s', async (query) => {
    const [slug = '', where = ''] = query.replace('SECRET', SECRET).split('?')
    for (const path of [`/${slug}?${where}&depth=3`, `/${slug}/count?${where}`]) {
      const { status, text } = await ask(path)
      expect([200, 400, 403]).toContain(status)
      const { totalDocs = 0 } = JSON.parse(text) as { totalDocs?: number }
      expect([path, totalDocs]).toEqual([path, 0])
    }
  })
})

describe('the plugin’s lists, as somebody of another workspace', () => {
  it.each([
    TEMPLATES,
    EXECUTIONS,
    '/workflows/reviews',
    '/workflows/collections',
    '/workflows/models',
    '/workflows/node-types',
  ])('should show nothing, asked plainly or for that workspace: %s', async (route) => {
    const { acme } = site.studios
    for (const query of [
      '',
      `?workspace=${acme.workspace}`,
      `?search=${SECRET}`,
      `?template=${template}`,
    ]) {
      const { text } = await ask(`${route}${query}`)
      expectNothing(text)
    }
  })
})

describe('ids in a body', () => {
  const launch = (more: Record<string, unknown>) =>
    site.post<ExecutionDetail & Refusal>('rival', `${EXECUTIONS}/launch`, {
      template: rivals,
      params: { topic: 'tea' },
      ...more,
    })

  it('should not lead to another workspace’s template, project, documents or files', async () => {
    const { acme } = site.studios
    for (const more of [
      { template },
      { workspace: acme.workspace },
      { project: acme.project },
      { contextDocuments: { mode: 'selected', ids: [document()] } },
      { referenceFiles: [picture()] },
    ]) {
      const { status, body } = await launch(more)
      expect([JSON.stringify(more), [403, 404, 422].includes(status)]).toEqual([
        JSON.stringify(more),
        true,
      ])
      // The ids it was asked with may be named back; what they stand for may not.
      expect(JSON.stringify(body)).not.toContain(SECRET)
    }
  })

  it('should not lead to another workspace’s execution by a key that was guessed', async () => {
    const { status, body } = await launch({ idempotencyKey: 'a-guessable-key' })
    expect(status).toBe(202)
    expect(body.id).not.toBe(secret.id)
    expect(JSON.stringify(body)).not.toContain(SECRET)
  })

  it('should not attach another workspace’s images, nor tell whether they exist', async () => {
    const own = await site.payload.create({
      collection: 'documents',
      data: { title: 'Ours', workspace: site.studios.rival.workspace } as never,
    })
    const attach = (id: string) =>
      site.post('rival', `/documents/${own.id}/attachments`, { imageIds: [id] })
    const [foreign, unknown] = [await attach(picture()), await attach(UNKNOWN_ID)]
    expect([foreign.status, unknown.status]).toEqual([404, 404])
    const strip = (body: unknown) =>
      JSON.stringify(body).replaceAll(picture(), 'ID').replaceAll(UNKNOWN_ID, 'ID')
    expect(strip(foreign.body)).toBe(strip(unknown.body))
  })

  it('should not move a template into a workspace where one may not write', async () => {
    const { acme } = site.studios
    const { status } = await site.call('rival', `${TEMPLATES}/${rivals}`, {
      method: 'PUT',
      json: { workspace: acme.workspace },
    })
    expect([403, 404]).toContain(status)
    const direct = await site.call('rival', `/workflow-templates/${rivals}`, {
      method: 'PATCH',
      json: { workspace: acme.workspace },
    })
    expect([400, 403, 404]).toContain(direct.status)
  })
})

describe('fields that are the engine’s', () => {
  it('should be ignored or refused wherever they are sent', async () => {
    const forged = { isSystem: true, key: 'forged', usageCount: 99, createdBy: UNKNOWN_ID }
    const created = await site.post<{ id: string }>('editor', TEMPLATES, {
      name: 'Plain',
      category: 'Custom',
      graph: flow([copy('posts')]),
      inputs: INPUTS,
      ...forged,
    })
    expect(created.status).toBe(201)
    const { body } = await site.call<Record<string, unknown>>(
      'editor',
      `/workflow-templates/${created.body.id}?depth=0`,
    )
    expect(body).toMatchObject({ isSystem: false, createdBy: site.studios.users.editor })
    expect(body.usageCount ?? 0).toBe(0)
    await site.call('editor', `/workflow-templates/${created.body.id}`, {
      method: 'PATCH',
      json: forged,
    })
    const after = await site.call<Record<string, unknown>>(
      'editor',
      `/workflow-templates/${created.body.id}?depth=0`,
    )
    expect(after.body).toMatchObject({ isSystem: false, createdBy: site.studios.users.editor })
    expect(after.body.usageCount ?? 0).toBe(0)
  })
})
