import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import {
  attach,
  createDocument,
  createImages,
  expectSound,
  pathOf,
  rowsOf,
} from './attachments.fixture.js'
import { startSite, type Site } from './site.fixture.js'

let site: Site
let images: string[]
let document: string

beforeAll(async () => {
  site = await startSite('attachments versions')
  images = await createImages(site, 4, site.studios.acme.workspace)
  document = await createDocument(site)
  await attach(site, document, images.slice(0, 3))
})
afterAll(() => site.stop())

const change = (data: object, draft: boolean) =>
  site.call('editor', `/documents/${document}?draft=${draft}`, { method: 'PATCH', json: data })
const captionsOf = async (id: string): Promise<unknown[]> => {
  const { body } = await site.call('viewer', pathOf(id))
  return (body.attachments as { caption: string | null }[]).map(({ caption }) => caption)
}

describe('the images of a document with drafts and versions', () => {
  it('should stay as they are when it is drafted, published, unpublished and restored', async () => {
    await change({ title: 'First', _status: 'published' }, false)
    const { docs } = (
      await site.call('editor', `/documents/versions?where[parent][equals]=${document}`)
    ).body
    const [version] = docs as { id: string }[]
    // Arranged after the version was made: restoring it must not bring the old arrangement back.
    await site.call('editor', pathOf(document, `/${images[2]}/primary`), { method: 'PUT' })
    await site.call('editor', pathOf(document, '/order'), {
      method: 'PUT',
      json: { imageIds: [images[1], images[2]] },
    })
    const arranged = await expectSound(site, document)
    expect(arranged.map(({ image }) => images.indexOf(image))).toEqual([1, 2, 0])
    expect(arranged.map(({ primary }) => primary)).toEqual([false, true, false])
    const steps = [
      () => change({ title: 'A draft', _status: 'draft' }, true),
      () => change({ title: 'Published', _status: 'published' }, false),
      () => change({ _status: 'draft' }, false),
      () => site.post('editor', `/documents/versions/${version?.id}`),
      () => site.post('editor', `/documents/versions/${version?.id}?draft=true`),
    ]
    for (const step of steps) {
      expect((await step()).status).toBe(200)
      expect(await rowsOf(site, document)).toEqual(arranged)
    }
    const { body } = await site.call('editor', `/documents/${document}?draft=true`)
    expect(body.title).toBe('First')
  })

  it('should be duplicated with their captions', async () => {
    const caption = (index: number, text: string) =>
      site.call('editor', pathOf(document, `/${images[index]}`), {
        method: 'PATCH',
        json: { caption: text },
      })
    await caption(0, 'Zero')
    await caption(2, 'Two')
    const { doc } = (await site.post('editor', `/documents/${document}/duplicate`)).body
    expect(await expectSound(site, doc.id)).toEqual(await rowsOf(site, document))
    expect(await captionsOf(doc.id)).toEqual([null, 'Two', 'Zero'])
    await caption(2, 'Changed')
    expect(await captionsOf(doc.id)).toEqual([null, 'Two', 'Zero'])
  })
})
