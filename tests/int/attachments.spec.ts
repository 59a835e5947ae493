import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { withTransaction } from '../../src/plugins/workflows/db/withTransaction.js'
import { attachImagesInTransaction } from '../../src/plugins/workflows/operations/attachments/attachImagesInTransaction.js'
import {
  attach,
  createDocument,
  createImages,
  expectSound,
  pathOf,
  rowsOf,
} from './attachments.fixture.js'
import { startSite, type Answer, type Person, type Site } from './site.fixture.js'

let site: Site
let images: string[]
let foreign: string
const codeOf = ({ body }: Answer): string => body.errors[0].data.code
const image = (index: number): string => images[index] ?? ''
const imagesOf = ({ body }: Answer): number[] =>
  (body.attachments as { imageId: string }[]).map(({ imageId }) => images.indexOf(imageId))
const primaryOf = ({ body }: Answer): number[] =>
  (body.attachments as { imageId: string; isPrimary: boolean }[])
    .filter(({ isPrimary }) => isPrimary)
    .map(({ imageId }) => images.indexOf(imageId))
const list = (document: string, who: Person = 'viewer') => site.call(who, pathOf(document))
const setPrimary = (document: string, index: number, who: Person = 'editor') =>
  site.call(who, pathOf(document, `/${image(index)}/primary`), { method: 'PUT' })
const detach = (document: string, index: number, who: Person = 'editor') =>
  site.call(who, pathOf(document, `/${image(index)}`), { method: 'DELETE' })
const reorder = (document: string, imageIds: string[], who: Person = 'editor') =>
  site.call(who, pathOf(document, '/order'), { method: 'PUT', json: { imageIds } })

beforeAll(async () => {
  site = await startSite('attachments')
  images = await createImages(site, 26, site.studios.acme.workspace)
  const [other] = await createImages(site, 1, site.studios.rival.workspace)
  foreign = other ?? ''
})
afterAll(() => site.stop())

describe('attaching', () => {
  it('should append in order, make the first one primary and describe the files', async () => {
    const document = await createDocument(site)
    expect((await list(document)).body).toEqual({
      documentId: document,
      attachments: [],
      totalCount: 0,
    })
    const answer = await attach(site, document, images.slice(0, 3))
    expect([answer.status, imagesOf(answer), primaryOf(answer)]).toEqual([200, [0, 1, 2], [0]])
    expect(answer.body.attachments[1]).toMatchObject({
      filename: 'picture-1.png',
      width: 30,
      height: 20,
      order: 1,
      isPrimary: false,
      caption: null,
      url: expect.stringContaining('picture-1') as string,
      thumbnailUrl: expect.stringContaining('picture-1') as string,
      filesize: expect.any(Number) as number,
      attachedAt: expect.any(String) as string,
    })
    const rows = await expectSound(site, document)
    expect(rows.every(({ workspace }) => workspace === site.studios.acme.workspace)).toBe(true)
  })

  it('should not double what is attached', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 3))
    const again = await attach(site, document, [image(2), image(3), image(3)])
    expect([again.status, imagesOf(again)]).toEqual([200, [0, 1, 2, 3]])
  })

  it('should keep a chosen primary image until one asks for another', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 3))
    expect(primaryOf(await setPrimary(document, 2))).toEqual([2])
    expect(primaryOf(await attach(site, document, [image(3)]))).toEqual([2])
    const first = { setFirstAsPrimary: true }
    expect(primaryOf(await attach(site, document, [image(4), image(5)], first))).toEqual([4])
    expect(primaryOf(await attach(site, document, [image(1)], first))).toEqual([1])
    await expectSound(site, document)
  })

  it('should attach all or nothing', async () => {
    const document = await createDocument(site)
    await site.sql.query('update media set filesize = 10485761 where id = $1', [image(24)])
    await site.sql.query(`update media set mime_type = 'image/svg+xml' where id = $1`, [image(25)])
    const large = await attach(site, document, [image(0), image(24)])
    expect([large.status, codeOf(large)]).toEqual([422, 'image_too_large'])
    expect(large.body.errors[0].message).toBe('"picture-24.png" is larger than 10 MB.')
    const drawing = await attach(site, document, [image(0), image(25)])
    expect([drawing.status, codeOf(drawing)]).toEqual([422, 'not_an_image'])
    const missing = await attach(site, document, [image(0), foreign, 'nonsense'])
    expect([missing.status, missing.body.errors[0].data]).toEqual([
      404,
      { code: 'images_not_found', ids: [foreign, 'nonsense'] },
    ])
    // An administrator sees both workspaces; the images still do not mix.
    expect(codeOf(await attach(site, document, [foreign], { who: 'admin' }))).toBe(
      'images_not_found',
    )
    expect(await rowsOf(site, document)).toEqual([])
  })

  it('should stop at 20', async () => {
    const document = await createDocument(site)
    expect(codeOf(await attach(site, document, images.slice(0, 21)))).toBe(
      'max_attachments_exceeded',
    )
    expect((await attach(site, document, images.slice(0, 20))).status).toBe(200)
    const more = await attach(site, document, images.slice(19, 21))
    expect([more.status, codeOf(more)]).toEqual([422, 'max_attachments_exceeded'])
    expect((await attach(site, document, images.slice(0, 20))).body.totalCount).toBe(20)
  })
})

describe('arranging', () => {
  it('should put the named images in front and keep the others behind', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 5))
    const answer = await reorder(document, [image(4), image(2)])
    expect([answer.status, imagesOf(answer), primaryOf(answer)]).toEqual([
      200,
      [4, 2, 0, 1, 3],
      [0],
    ])
    expect((await reorder(document, [image(9)])).status).toBe(404)
    await expectSound(site, document)
  })

  it('should close the gap and promote the next when the primary one goes', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 3))
    expect(await detach(document, 0)).toMatchObject({ status: 204, body: {} })
    const rows = await expectSound(site, document)
    expect(rows.map(({ image: id, primary }) => [images.indexOf(id), primary])).toEqual([
      [1, true],
      [2, false],
    ])
    expect((await detach(document, 0)).status).toBe(404)
    expect((await site.call('viewer', `/media/${image(0)}`)).status).toBe(200)
  })
})

describe('rights', () => {
  it('should follow the document: readers read, editors change, others see nothing', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 2))
    const statuses = async (who: Person) => [
      (await list(document, who)).status,
      (await attach(site, document, [image(0)], { who })).status,
      (await reorder(document, [image(0)], who)).status,
      (await setPrimary(document, 0, who)).status,
    ]
    expect(await statuses('editor')).toEqual([200, 200, 200, 200])
    expect(await statuses('viewer')).toEqual([200, 403, 403, 403])
    expect(await statuses('rival')).toEqual([404, 404, 404, 404])
    expect(await statuses('nobody')).toEqual([401, 401, 401, 401])
    expect((await detach(document, 0, 'viewer')).status).toBe(403)
    expect(await rowsOf(site, document)).toHaveLength(2)
  })

  it('should keep Payload’s own doors shut', async () => {
    const path = '/document-attachments'
    expect((await site.call('rival', path)).body.docs).toEqual([])
    const { docs } = (await site.call('viewer', path)).body as { docs: { id: string }[] }
    const row = `${path}/${docs[0]?.id}`
    for (const who of ['editor', 'admin'] as const) {
      const change = { method: 'PATCH', json: { isPrimary: true } }
      expect((await site.call(who, row, change)).status).toBe(403)
      expect((await site.call(who, row, { method: 'DELETE' })).status).toBe(403)
      expect((await site.post(who, path, { documentId: 'x' })).status).toBe(403)
    }
  })
})

describe('what the host does', () => {
  it('should be followed by the images of duplicated, moved and deleted documents', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 3))
    await setPrimary(document, 1)
    const { doc } = (await site.post('editor', `/documents/${document}/duplicate`)).body
    expect(await expectSound(site, doc.id)).toEqual(await rowsOf(site, document))

    const workspace = site.studios.rival.workspace
    const move = (draft: boolean) =>
      site.payload.update({
        collection: 'documents',
        id: document,
        data: { workspace, _status: draft ? 'draft' : 'published' },
        draft,
      })
    await move(true)
    expect((await rowsOf(site, document))[0]?.workspace).toBe(site.studios.acme.workspace)
    await move(false)
    expect((await rowsOf(site, document))[0]?.workspace).toBe(workspace)

    await site.payload.delete({ collection: 'documents', id: document })
    expect(await rowsOf(site, document)).toEqual([])
    expect(await rowsOf(site, doc.id)).toHaveLength(3)
  })

  it('should take deleted media off their documents and promote the next', async () => {
    const document = await createDocument(site)
    const [extra] = await createImages(site, 1, site.studios.acme.workspace)
    await attach(site, document, [extra, image(0), image(1)])
    const deleted = await site.call('editor', `/media/${extra}`, { method: 'DELETE' })
    expect(deleted.status).toBe(200)
    const rows = await expectSound(site, document)
    expect(rows.map(({ image: id }) => images.indexOf(id))).toEqual([0, 1])
  })
})

describe('attaching for a workflow', () => {
  const run = async (document: string, imageIds: string[], email: string, fails = false) => {
    const { docs } = await site.payload.find({
      collection: 'users',
      where: { email: { equals: email } },
    })
    const user = { ...docs[0], collection: 'users' } as never
    return withTransaction({ payload: site.payload, user }, async (tx) => {
      const result = await attachImagesInTransaction({
        tx,
        payload: site.payload,
        user,
        collection: 'documents',
        documentId: document,
        imageIds,
        setFirstAsPrimary: true,
        execution: 'execution',
        nodeId: 'node',
      })
      if (fails) throw new Error('The job died.')
      return result
    })
  }

  const primaryIn = async (document: string) =>
    (await rowsOf(site, document)).find(({ primary }) => primary)?.image

  it('should leave what a person arranged alone when it runs again', async () => {
    const document = await createDocument(site)
    const editor = 'editor@example.com'
    expect(await run(document, images.slice(0, 3), editor)).toEqual({ attached: 3 })
    await setPrimary(document, 2)
    await reorder(document, [image(2), image(1)])
    const arranged = await rowsOf(site, document)
    expect(await run(document, images.slice(0, 3), editor)).toEqual({ attached: 0 })
    expect(await rowsOf(site, document)).toEqual(arranged)
  })

  it('should not take the place of a primary image that a person attached before a later retry', async () => {
    const document = await createDocument(site)
    await attach(site, document, [image(5)])
    expect(await run(document, images.slice(0, 2), 'editor@example.com')).toEqual({ attached: 2 })
    expect(await primaryIn(document)).toBe(image(5))
  })

  it('should add what a retry brings anew behind the rest, and leave the primary image to the person', async () => {
    const document = await createDocument(site)
    await run(document, images.slice(0, 2), 'editor@example.com')
    await setPrimary(document, 1)
    await reorder(document, [image(1), image(0)])
    expect(await run(document, images.slice(1, 4), 'editor@example.com')).toEqual({ attached: 2 })
    const order = (await expectSound(site, document)).map(({ image: id }) => images.indexOf(id))
    expect(order).toEqual([1, 0, 2, 3])
    expect(await primaryIn(document)).toBe(image(1))
  })

  it('should belong to the caller’s transaction and act with the user’s rights', async () => {
    const document = await createDocument(site)
    const dying = run(document, [image(0)], 'editor@example.com', true)
    await expect(dying).rejects.toThrow('The job died.')
    const viewer = run(document, [image(0)], 'viewer@example.com')
    await expect(viewer).rejects.toMatchObject({ status: 403 })
    const rival = run(document, [image(0)], 'rival@example.com')
    await expect(rival).rejects.toMatchObject({ status: 404 })
    expect(await rowsOf(site, document)).toEqual([])
  })
})

describe('captions', () => {
  const caption = (document: string, index: number, text: unknown, who: Person = 'editor') =>
    site.call(who, pathOf(document, `/${image(index)}`), {
      method: 'PATCH',
      json: { caption: text },
    })
  const captionsOf = ({ body }: Answer) =>
    (body.attachments as { caption: string | null }[]).map((one) => one.caption)

  it('should be of the image in this document alone, and be taken away when blank', async () => {
    const document = await createDocument(site)
    const other = await createDocument(site)
    await attach(site, document, images.slice(0, 2))
    await attach(site, other, images.slice(0, 2))
    const answer = await caption(document, 1, '  <b>Dawn</b> über 東京 🚲  ')
    expect([answer.status, captionsOf(answer)]).toEqual([200, [null, '<b>Dawn</b> über 東京 🚲']])
    expect(captionsOf(await list(document))).toEqual([null, '<b>Dawn</b> über 東京 🚲'])
    expect(captionsOf(await list(other))).toEqual([null, null])
    expect(captionsOf(await caption(document, 1, '   '))).toEqual([null, null])
    await caption(document, 0, 'Once')
    expect(captionsOf(await caption(document, 0, null))).toEqual([null, null])
    await expectSound(site, document)
  })

  it('should be refused when too long, no text, or of an image that is not attached', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 1))
    for (const wrong of ['x'.repeat(501), 7, undefined, { a: 1 }]) {
      expect((await caption(document, 0, wrong)).status).toBe(422)
    }
    const missing = await caption(document, 1, 'Nobody sees this')
    expect([missing.status, codeOf(missing)]).toEqual([404, 'images_not_found'])
    expect(captionsOf(await list(document))).toEqual([null])
  })

  it('should be for those who may change the document', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 1))
    expect((await caption(document, 0, 'Mine', 'viewer')).status).toBe(403)
    expect((await caption(document, 0, 'Mine', 'rival')).status).toBe(404)
    expect((await caption(document, 0, 'Mine', 'nobody')).status).toBe(401)
    expect(captionsOf(await list(document))).toEqual([null])
  })
})
