import { describe, expect, it } from 'vitest'

import type { NodeInput } from '../defineNode.js'
import type { AttachToDocumentConfig } from './spec.js'

import { createFakeContext, createFakeWriter } from '../createFakeContext.js'
import { createAttachToDocumentHandler } from './handler.js'

const handler = createAttachToDocumentHandler()

const copies = {
  nodeId: 'copy',
  type: 'generate_copy',
  items: [
    { text: 'one', document_id: 2, collection: 'posts' },
    { text: 'two', document_id: 1, collection: 'posts' },
  ],
}
const images: NodeInput['upstream'][number] = {
  nodeId: 'image',
  type: 'generate_image',
  items: [{ media_id: 7, document_id: 1 }, { media_id: 8, document_id: 2 }, { media_id: 9 }],
}

const run = async (
  config: Partial<AttachToDocumentConfig>,
  upstream: NodeInput['upstream'] = [copies, images],
) => {
  const context = createFakeContext()
  const { output, write } = await handler(
    {
      config: { strategy: 'one_to_one', matchBy: 'position', setPrimary: true, ...config },
      index: 0,
      quantity: 1,
      item: null,
      upstream,
    },
    context,
  )
  const cms = createFakeWriter()
  await write?.(cms)
  return { output, logs: context.logs, calls: cms.calls.map(([, args]) => args) }
}

describe('attach_to_document', () => {
  it('should attach pair by pair, always in the same order of documents', async () => {
    const { output, calls } = await run({})
    expect(output).toEqual({ count: 2 })
    expect(calls).toEqual([
      {
        slot: 'attach-posts/1',
        collection: 'posts',
        documentId: 1,
        imageIds: [8],
        setFirstAsPrimary: true,
      },
      {
        slot: 'attach-posts/2',
        collection: 'posts',
        documentId: 2,
        imageIds: [7],
        setFirstAsPrimary: true,
      },
    ])
  })

  it('should follow the document an image was made for', async () => {
    const { calls, logs } = await run({ matchBy: 'id', setPrimary: false })
    expect(calls).toMatchObject([
      { documentId: 1, imageIds: [7], setFirstAsPrimary: false },
      { documentId: 2, imageIds: [8] },
    ])
    expect(logs).toEqual([])
  })

  it('should say that it falls back to position', async () => {
    const unlinked = { ...images, items: [{ media_id: 7 }] }
    const { calls, logs } = await run({ matchBy: 'id' }, [copies, unlinked])
    expect(calls).toMatchObject([{ documentId: 2, imageIds: [7] }])
    expect(logs).toHaveLength(1)
  })

  it('should use the chosen source nodes only', async () => {
    const other = { ...copies, nodeId: 'other', items: [{ text: 'x', document_id: 5 }] }
    const config = { copySourceNode: 'other', imageSourceNode: 'image' }
    const { calls } = await run(config, [copies, other, images])
    expect(calls).toMatchObject([{ documentId: 5, collection: 'documents', imageIds: [7] }])
  })

  it('should attach an image once to a document that comes in twice', async () => {
    const twice = { ...copies, items: [...copies.items, ...copies.items] }
    const { output, calls } = await run({ strategy: 'one_to_many' }, [twice, images])
    expect(output).toEqual({ count: 2 })
    expect(calls).toMatchObject([{ imageIds: [7] }, { imageIds: [7] }])
  })

  it('should attach nothing when there is nothing to attach', async () => {
    const { output, calls, logs } = await run({ strategy: 'all_to_all' }, [copies])
    expect(output).toEqual({ count: 0 })
    expect(calls).toEqual([])
    expect(logs).toHaveLength(1)
  })
})
