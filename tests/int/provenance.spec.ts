import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ProvenanceAnswer } from '../../src/plugins/workflows/operations/provenance/readProvenance.js'
import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import {
  copy,
  EXECUTIONS,
  flow,
  image,
  jobsOf,
  review,
  startWorkflowSite,
  UNKNOWN_ID,
  type Person,
  type WorkflowSite,
} from '../support/workflow.js'

let site: WorkflowSite
let done: ExecutionDetail

beforeAll(async () => {
  site = await startWorkflowSite({ name: 'provenance' })
  const graph = flow(
    [copy('posts', { quantity: 2 }), image('picture'), review('look', { reviewType: 'selection' })],
    'posts>look',
    'picture>look',
  )
  const { id } = await site.run(graph)
  const waiting = await site.until(id, 'paused')
  // The second text is left out.
  const [kept] = jobsOf(waiting, 'posts')
  const [drawn] = jobsOf(waiting, 'picture')
  await site.post('demo', `${EXECUTIONS}/${id}/review`, {
    nodeId: 'look',
    decision: 'approve',
    selected: [kept?.id, drawn?.id],
  })
  done = await site.until(id, 'completed')
})
afterAll(() => site.stop())

const ask = (collection: string, id: unknown, who: Person = 'viewer') =>
  site.call<ProvenanceAnswer>(who, `/${collection}/${String(id)}/provenance`)

describe('where a document comes from', () => {
  it('should be told: workflow, step, prompt, model, tokens, cost, when and who approved', async () => {
    const [document] = done.outputs.documents
    const [job] = jobsOf(done, 'posts')
    const { status, body } = await ask('documents', document?.id)
    expect(status).toBe(200)
    expect(body.provenance).toMatchObject({
      madeAt: expect.stringMatching(/^\d{4}-/),
      source: {
        execution: { id: done.id, templateName: 'A flow', test: false },
        node: { id: 'posts', label: 'The posts', type: 'generate_copy', index: 0, total: 2 },
        prompt: expect.stringContaining('write about tea'),
        sources: [],
        model: job?.model,
        provider: { id: 'demo', isDemo: true },
        tokensIn: job?.tokensIn,
        tokensOut: job?.tokensOut,
        cost: job?.cost,
        launchedBy: expect.stringMatching(/Emil|editor/),
        approved: { name: expect.stringMatching(/Dana|demo/), at: expect.any(String) },
      },
    })
  })

  it('should name no approval of what the reviewer left out', async () => {
    const left = jobsOf(done, 'posts')[1]?.output as { document_id: string }
    const { body } = await ask('documents', left.document_id)
    expect(body.provenance?.source).toMatchObject({ node: { index: 1 }, approved: null })
  })

  it('should be told of images too', async () => {
    const { body } = await ask('media', done.outputs.media[0]?.id)
    expect(body.provenance?.source).toMatchObject({
      node: { id: 'picture', type: 'generate_image', total: 1 },
      approved: { name: expect.any(String) },
    })
  })

  it('should be nothing for what people made', async () => {
    const own = await site.payload.create({
      collection: 'documents',
      data: { title: 'By hand', workspace: site.studios.acme.workspace } as never,
    })
    expect(await ask('documents', own.id)).toMatchObject({
      status: 200,
      body: { provenance: null },
    })
  })

  it('should ask the host’s rules for the document, and those of executions for the rest', async () => {
    const id = done.outputs.documents[0]?.id
    expect((await ask('documents', id, 'nobody')).status).toBe(401)
    expect((await ask('documents', id, 'rival')).status).toBe(404)
    expect((await ask('documents', UNKNOWN_ID)).status).toBe(404)
    expect((await ask('documents', 'no-id')).status).toBe(404)
    // Moved to the rival's workspace, the document is theirs; the run that made it is not.
    await site.payload.update({
      collection: 'documents',
      id: String(id),
      data: { workspace: site.studios.rival.workspace, project: null } as never,
    })
    const { status, body } = await ask('documents', id, 'rival')
    expect(status).toBe(200)
    expect(body).toEqual({ provenance: { madeAt: expect.any(String), source: null } })
  })
})
