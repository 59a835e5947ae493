import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'

import { imageAnswer } from '../support/fakeOpenAI.js'
import {
  copy,
  EXECUTIONS,
  flow,
  image,
  jobsOf,
  node,
  outputOf,
  review,
  startWorkflowSite,
  type WorkflowSite,
} from '../support/workflow.js'

type Json = Record<string, unknown>
interface Attachments {
  totalCount: number
  attachments: { imageId: string; isPrimary: boolean; order: number; filename: string }[]
}

let site: WorkflowSite
let picture: Buffer
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'attach' })
  // Small, for the site makes two further sizes of each.
  picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
})
afterAll(() => site.stop())
beforeEach(() =>
  site.fake.respond(({ path }) =>
    path.endsWith('/images/generations') ? imageAnswer({ bytes: picture }) : undefined,
  ),
)

const graphOf = (copies: number, images: number, config: Json) =>
  flow(
    [
      copy('posts', { quantity: copies }),
      image('pictures', { quantity: images, provider: 'fake' }),
      node('attach', 'attach_to_document', config),
    ],
    'posts>attach',
    'pictures>attach',
  )
const attachmentsOf = async (documentId: unknown): Promise<Attachments> =>
  (await site.call<Attachments>('viewer', `/documents/${String(documentId)}/attachments`)).body
/** Of each copy: positions of its images, in their order. */
const dealt = async (execution: ExecutionDetail): Promise<number[][]> => {
  const images = jobsOf(execution, 'pictures').map(({ output }) => (output as Json).media_id)
  return Promise.all(
    jobsOf(execution, 'posts').map(async ({ output }) => {
      const { attachments } = await attachmentsOf((output as Json).document_id)
      return attachments.map(({ imageId }) => images.indexOf(imageId))
    }),
  )
}

describe('attach_to_document', () => {
  it.each([
    ['one_to_one', 2, 2, [[0], [1]]],
    ['one_to_one', 3, 2, [[0], [1], []]],
    ['one_to_many', 3, 1, [[0], [0], [0]]],
    ['many_to_one', 1, 3, [[0, 1, 2]]],
    ['round_robin', 3, 2, [[0], [1], [0]]],
    [
      'all_to_all',
      2,
      2,
      [
        [0, 1],
        [0, 1],
      ],
    ],
  ])('should deal out %s: %i copies, %i images', async (strategy, copies, images, expected) => {
    const { id } = await site.run(graphOf(copies, images, { strategy }))
    const done = await site.until(id, 'completed')
    expect(await dealt(done)).toEqual(expected)
    expect(outputOf(done, 'attach')).toMatchObject({ count: expected.flat().length })
    expect(jobsOf(done, 'attach')).toHaveLength(1)
  })

  it('should make the first image of each document its primary one, and say who attached it', async () => {
    const { id } = await site.run(graphOf(1, 3, { strategy: 'many_to_one' }))
    const done = await site.until(id, 'completed')
    const { document_id: document } = outputOf(done, 'posts')
    const { attachments, totalCount } = await attachmentsOf(document)
    expect(totalCount).toBe(3)
    expect(attachments.map(({ isPrimary }) => isPrimary)).toEqual([true, false, false])
    expect(attachments.map(({ order }) => order)).toEqual([0, 1, 2])
    const { docs } = await site.payload.find({
      collection: 'document-attachments',
      where: { documentId: { equals: String(document) } },
      depth: 0,
    })
    for (const row of docs) {
      expect(row).toMatchObject({
        execution: id,
        nodeId: 'attach',
        workspace: site.studios.acme.workspace,
      })
    }
  })

  it.each([
    [true, [false, true]],
    [false, [true, false]],
  ])('should take the primary image’s place or leave it: %s', async (setPrimary, expected) => {
    const graph = flow(
      [
        copy('posts'),
        image('pictures', { provider: 'fake' }),
        image('others', { provider: 'fake' }),
        node('attach', 'attach_to_document', { strategy: 'one_to_one' }),
        copy('note'),
        node('again', 'attach_to_document', {
          strategy: 'one_to_one',
          copySourceNode: 'posts',
          imageSourceNode: 'others',
          setPrimary,
        }),
      ],
      'posts>attach',
      'pictures>attach',
      'attach>note',
      'note>again',
      'others>again',
    )
    const { id } = await site.run(graph)
    const done = await site.until(id, 'completed')
    const { attachments } = await attachmentsOf(outputOf(done, 'posts').document_id)
    expect(attachments.map(({ isPrimary }) => isPrimary)).toEqual(expected)
  })

  it('should take only what a review let through, and the image drawn for it', async () => {
    const graph = flow(
      [
        copy('posts', { quantity: 3 }),
        image('pictures', { quantity: 3, provider: 'fake', copySourceNode: 'posts' }),
        review('look', { reviewType: 'selection' }),
        node('attach', 'attach_to_document', { strategy: 'one_to_one', matchBy: 'id' }),
      ],
      'posts>pictures',
      'posts>look',
      'look>attach',
      'pictures>attach',
    )
    const { id } = await site.run(graph)
    const waiting = await site.until(id, 'paused')
    const answer = await site.post('editor', `${EXECUTIONS}/${id}/review`, {
      nodeId: 'look',
      decision: 'approve',
      selected: [jobsOf(waiting, 'posts')[1]!.id],
    })
    expect(answer.status).toBe(200)
    expect(await dealt(await site.until(id, 'completed'))).toEqual([[], [1], []])
  })

  it('should attach nothing where a branch made nothing, and still complete', async () => {
    const rules = [{ field: 'params.topic', operator: 'equals', value: 'coffee' }]
    const graph = flow(
      [
        node('gate', 'conditional', { rules }),
        copy('posts'),
        image('pictures', { provider: 'fake' }),
        node('attach', 'attach_to_document', { strategy: 'one_to_one' }),
      ],
      'gate.true>pictures',
      'posts>attach',
      'pictures>attach',
    )
    const { id } = await site.run(graph)
    const done = await site.until(id, 'completed')
    expect(outputOf(done, 'attach')).toMatchObject({ count: 0 })
    expect(await attachmentsOf(outputOf(done, 'posts').document_id)).toMatchObject({
      totalCount: 0,
    })
  })

  it('should fail with a sentence when the document has been deleted meanwhile', async () => {
    const graph = flow(
      [
        copy('posts'),
        image('pictures', { provider: 'fake' }),
        review('look'),
        node('attach', 'attach_to_document', { strategy: 'one_to_one' }),
      ],
      'posts>look',
      'look>attach',
      'pictures>attach',
    )
    const { id } = await site.run(graph)
    const waiting = await site.until(id, 'paused')
    const document = waiting.outputs.documents[0]!.id
    await site.payload.delete({ collection: 'documents', id: document })
    await site.post('editor', `${EXECUTIONS}/${id}/review`, { nodeId: 'look', decision: 'approve' })
    const failed = await site.until(id, 'failed')
    expect(failed.error).toMatchObject({ code: 'document_missing', nodeId: 'attach' })
    expect(failed.error?.message).toContain(String(document))
  })
})
