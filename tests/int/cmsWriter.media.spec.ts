import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { WritingJob } from '../../src/plugins/workflows/runtime/cms/environment.js'
import type { HostId } from '../../src/plugins/workflows/runtime/cmsTypes.js'
import { readContextSources } from '../../src/plugins/workflows/runtime/context/readContextSources.js'
import { copy, picture, startCmsWriterSite, type CmsWriterSite } from '../support/cmsWriterSite.js'

let site: CmsWriterSite
beforeAll(async () => {
  site = await startCmsWriterSite()
})
afterAll(() => site?.stop())

describe('createMedia', () => {
  it('should store a file through the site’s upload collection under a name that is always the same', async () => {
    const job = site.newJob({ nodeId: 'hero', index: 3 })
    const media = await site.complete(job, async (cms) => cms.createMedia(await picture()))
    expect(media).toMatchObject({ collection: 'media', alt: 'A red field', width: 32, height: 16 })
    const row = await site.read('media', media.id, false)
    const name = new RegExp(`^wf-${job.executionId.slice(-12)}-hero-3-[0-9a-f]{8}\\.png$`)
    expect(row).toMatchObject({ filename: expect.stringMatching(name), workspace: site.workspace })
    expect(media.url).toContain(String(row.filename))
    expect(row.sizes).toMatchObject({ small: { width: 8 } })
    const again = await site.complete(job, async (cms) => cms.createMedia(await picture()))
    expect(again).toEqual(media)
  })

  it('should write over what a crash has left', async () => {
    const job = site.newJob({ nodeId: 'crash' })
    const files = async () =>
      (await readdir(path.join(site.folder, 'media')))
        .filter((name) => name.includes('-crash-'))
        .sort()
    const crash = site.complete(job, async (cms) => {
      await cms.createMedia(await picture())
      throw new Error('crash')
    })
    await expect(crash).rejects.toThrow('crash')
    const left = await files()
    const media = await site.complete(job, async (cms) => cms.createMedia(await picture()))
    expect(await files()).toEqual(left)
    expect(left).toContain((await site.read('media', media.id, false)).filename)
  })

  it('should replace the picture of a slot', async () => {
    const job = site.newJob()
    const first = await site.complete(job, async (cms) => cms.createMedia(await picture()))
    const before = await site.countOf('media')
    const second = await site.complete(job, async (cms) => cms.createMedia(await picture('blue')))
    expect(second.id).toBe(first.id)
    expect(second.url).not.toBe(first.url)
    expect(await site.countOf('media')).toBe(before)
  })

  it('should act with the rights of the launching user', async () => {
    const refused = site.complete(site.newJob(), async (cms) => cms.createMedia(await picture()), {
      user: site.users.reader,
    })
    await expect(refused).rejects.toMatchObject({
      message: 'reader@example.com is not allowed to create images in «media».',
    })
  })
})

describe('attachImages and the context of a document', () => {
  const prepare = async () => {
    const { id } = await site.complete(site.newJob(), (cms) => cms.createDocument(copy))
    const media = await site.complete(site.newJob(), async (cms) =>
      cms.createMedia(await picture()),
    )
    return { id, imageId: media.id }
  }
  const attach = (job: WritingJob, documentId: HostId, imageIds: HostId[]) =>
    site.complete(job, (cms) =>
      cms.attachImages({
        slot: 'attach',
        collection: 'posts',
        documentId,
        imageIds,
        setFirstAsPrimary: true,
      }),
    )

  it('should attach once, and not bring back what a person has detached', async () => {
    const { id, imageId } = await prepare()
    const job = site.newJob({ nodeId: 'attach' })
    expect(await attach(job, id, [imageId])).toEqual({ attached: 1 })
    const where = { documentId: { equals: String(id) } }
    const rows = await site.payload.find({ collection: 'document-attachments', where, depth: 0 })
    expect(rows.docs).toMatchObject([{ image: imageId, isPrimary: true, nodeId: 'attach' }])
    await site.payload.delete({ collection: 'document-attachments', where })
    expect(await attach(job, id, [imageId])).toEqual({ attached: 1 })
    expect(
      (await site.payload.count({ collection: 'document-attachments', where })).totalDocs,
    ).toBe(0)
  })

  it('should name a document that has vanished meanwhile', async () => {
    const { id, imageId } = await prepare()
    await site.payload.delete({ collection: 'posts', id })
    await expect(attach(site.newJob(), id, [imageId])).rejects.toMatchObject({
      code: 'document_missing',
      message: expect.stringContaining(`Document ${id} of «posts»`),
    })
  })

  it('should bring text and attached images of a context document to the model', async () => {
    const { id, imageId } = await prepare()
    await attach(site.newJob(), id, [imageId])
    const sources = await readContextSources({
      payload: site.payload,
      user: site.users.editor,
      options: site.options,
      documents: [String(id), String(id)],
      referenceFiles: [imageId],
    })
    expect(sources).toMatchObject([
      {
        kind: 'document',
        id: String(id),
        title: 'Sandals',
        text: '# For summer\n\n- one\n\nshop bad',
        images: [{ mimeType: 'image/jpeg', alt: 'A red field' }],
      },
      { kind: 'file', text: '', images: [{ mimeType: 'image/jpeg' }] },
    ])
  })

  it('should name context documents that are gone or malformed', async () => {
    const read = readContextSources({
      payload: site.payload,
      user: site.users.editor,
      options: site.options,
      documents: ['999999', 'no-number'],
      referenceFiles: [],
    })
    await expect(read).rejects.toMatchObject({
      code: 'context_missing',
      message: expect.stringContaining('999999, no-number'),
    })
  })
})
