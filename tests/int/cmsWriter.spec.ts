import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { copy, startCmsWriterSite, type CmsWriterSite } from '../support/cmsWriterSite.js'

let site: CmsWriterSite
beforeAll(async () => {
  site = await startCmsWriterSite()
})
afterAll(() => site?.stop())

describe('createDocument', () => {
  it('should make a native draft in the launch’s workspace and project', async () => {
    // Ids that travelled as text.
    const job = site.newJob({ workspace: String(site.workspace), project: String(site.project) })
    const created = await site.complete(job, (cms) => cms.createDocument(copy))
    expect(created).toEqual({ collection: 'posts', id: expect.any(Number), title: 'Sandals' })
    const post = await site.read('posts', created.id)
    expect(post).toMatchObject({
      title: 'Sandals',
      _status: 'draft',
      state: 'draft',
      workspace: site.workspace,
      project: site.project,
    })
    const json = JSON.stringify(post.body)
    expect(json).toContain('"type":"heading"')
    expect(json).toContain('https://example.com')
    expect(json).not.toContain('"url":"javascript:')
  })

  it.each([
    ['review', 'draft', 'review'],
    ['published', 'published', 'published'],
  ] as const)('should save %s as _status %s', async (status, _status, state) => {
    const created = await site.complete(site.newJob(), (cms) =>
      cms.createDocument({ ...copy, status }),
    )
    expect(await site.read('posts', created.id)).toMatchObject({ _status, state })
  })

  it('should never publish in a test, and say that it is one', async () => {
    const created = await site.complete(site.newJob({ test: true }), (cms) =>
      cms.createDocument({ ...copy, status: 'published' }),
    )
    expect(await site.read('posts', created.id)).toMatchObject({
      title: '[Test] Sandals',
      _status: 'draft',
      state: 'draft',
    })
    const live = site.complete(site.newJob({ test: true }), (cms) =>
      cms.createDocument({ ...copy, collection: 'notes' }),
    )
    await expect(live).rejects.toMatchObject({ code: 'test_needs_drafts' })
  })

  it('should write plain text where the body is no rich text, and titles that fit', async () => {
    const created = await site.complete(site.newJob(), (cms) =>
      cms.createDocument({ ...copy, collection: 'notes', title: 'word '.repeat(20).trim() }),
    )
    const note = await site.read('notes', created.id, false)
    expect(note.body).toBe('For summer\n\n- one\n\nshop (https://example.com) bad')
    expect(String(note.title).length).toBeLessThanOrEqual(40)
    expect(note).not.toHaveProperty('_status')
  })

  it('should fill mapped fields in the form each one takes, and refuse the others', async () => {
    const data = { summary: copy.markdown, 'seo.title': 'Seo', slug: 'sandals' }
    const created = await site.complete(site.newJob(), (cms) =>
      cms.createDocument({ ...copy, data }),
    )
    const post = await site.read('posts', created.id)
    expect(post).toMatchObject({ slug: 'sandals', seo: { title: 'Seo' } })
    expect(JSON.stringify(post.summary)).toContain('"type":"heading"')
    for (const name of ['_status', 'id', 'workspace', 'gone', '__proto__.x', 'constructor']) {
      const refused = site.complete(site.newJob(), (cms) =>
        cms.createDocument({ ...copy, data: JSON.parse(`{"${name}":"x"}`) }),
      )
      await expect(refused).rejects.toMatchObject({ code: 'unknown_field' })
    }
  })

  it('should refuse a collection that the options do not name', async () => {
    const refused = site.complete(site.newJob(), (cms) =>
      cms.createDocument({ ...copy, collection: 'users' }),
    )
    await expect(refused).rejects.toMatchObject({ code: 'unknown_collection' })
  })

  it('should act with the rights of the launching user', async () => {
    const before = await site.countOf('posts')
    const refused = site.complete(site.newJob(), (cms) => cms.createDocument(copy), {
      user: site.users.reader,
    })
    await expect(refused).rejects.toMatchObject({
      code: 'forbidden',
      message: 'reader@example.com is not allowed to create documents in «posts».',
    })
    expect(await site.countOf('posts')).toBe(before)
  })

  it('should say which field is wrong', async () => {
    const refused = site.complete(site.newJob(), (cms) =>
      cms.createDocument({ ...copy, collection: 'notes', markdown: '' }),
    )
    await expect(refused).rejects.toMatchObject({
      code: 'document_invalid',
      message: 'The document could not be saved: Body is required.',
    })
  })
})

describe('the effect ledger', () => {
  it('should return the document of a slot again when the content is the same', async () => {
    const job = site.newJob()
    const first = await site.complete(job, (cms) => cms.createDocument(copy))
    const { updatedAt } = await site.read('posts', first.id)
    const second = await site.complete(job, (cms) => cms.createDocument(copy))
    expect(second).toEqual(first)
    expect((await site.read('posts', first.id)).updatedAt).toBe(updatedAt)
  })

  it('should update the document when the content is another', async () => {
    const job = site.newJob()
    const first = await site.complete(job, (cms) => cms.createDocument(copy))
    const before = await site.countOf('posts')
    const second = await site.complete(job, (cms) =>
      cms.createDocument({ ...copy, title: 'Boots' }),
    )
    expect(second).toEqual({ ...first, title: 'Boots' })
    expect(await site.read('posts', first.id)).toMatchObject({ title: 'Boots', _status: 'draft' })
    expect(await site.countOf('posts')).toBe(before)
  })

  it('should not make a second document for a user who may not see the first any more', async () => {
    const job = site.newJob()
    await site.complete(job, (cms) => cms.createDocument(copy))
    const before = await site.countOf('posts')
    const blinded = site.complete(job, (cms) => cms.createDocument(copy), {
      user: site.users.blind,
    })
    await expect(blinded).rejects.toMatchObject({ code: 'forbidden' })
    expect(await site.countOf('posts')).toBe(before)
  })

  it('should make a document anew that a person has deleted', async () => {
    const job = site.newJob()
    const first = await site.complete(job, (cms) => cms.createDocument(copy))
    await site.payload.delete({ collection: 'posts', id: first.id })
    const second = await site.complete(job, (cms) => cms.createDocument(copy))
    expect(second.id).not.toBe(first.id)
    expect(await site.complete(job, (cms) => cms.createDocument(copy))).toEqual(second)
  })

  it('should make one document when two workers complete the same job', async () => {
    const job = site.newJob()
    const before = await site.countOf('posts')
    const made = await Promise.all(
      [1, 2, 3].map(() => site.complete(job, (cms) => cms.createDocument(copy))),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect(await site.countOf('posts')).toBe(before + 1)
  })

  it('should wait for an editor who has the document open', async () => {
    const job = site.newJob()
    const { id } = await site.complete(job, (cms) => cms.createDocument(copy))
    await site.payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'posts', value: id },
        user: { relationTo: 'users', value: site.users.other.id },
      },
    })
    const blocked = site.complete(job, (cms) => cms.createDocument({ ...copy, title: 'Boots' }))
    await expect(blocked).rejects.toMatchObject({ code: 'retry_later', afterMs: 30_000 })
    expect(await site.read('posts', id)).toMatchObject({ title: 'Sandals' })
  })
})

describe('a rollback', () => {
  it('should leave neither document nor ledger row', async () => {
    const job = site.newJob()
    const before = await site.countOf('posts')
    const crash = site.complete(job, async (cms) => {
      await cms.createDocument(copy)
      throw new Error('crash')
    })
    await expect(crash).rejects.toThrow('crash')
    expect(await site.countOf('posts')).toBe(before)
    await site.complete(job, (cms) => cms.createDocument(copy))
    expect(await site.countOf('posts')).toBe(before + 1)
  })

  it('should stop all writes after a hook of the host has ended the transaction in silence', async () => {
    const before = [await site.countOf('notes'), await site.countOf('posts')]
    const lost = site.complete(site.newJob(), async (cms) => {
      await cms.createDocument({ ...copy, collection: 'notes', title: 'swallow' }).catch(() => null)
      await cms.createDocument({ ...copy, slot: 'second' })
    })
    await expect(lost).rejects.toMatchObject({ code: 'transaction_lost' })
    expect([await site.countOf('notes'), await site.countOf('posts')]).toEqual(before)
  })

  it('should write one after the other when a node writes at once', async () => {
    const trace: string[] = []
    const made = await site.complete(
      site.newJob(),
      (cms) =>
        Promise.all(['a', 'b'].map((slot) => cms.createDocument({ ...copy, slot, title: slot }))),
      { trace },
    )
    expect(trace).toEqual(['claim a', 'record a', 'claim b', 'record b'])
    expect(made.map(({ title }) => title)).toEqual(['a', 'b'])
  })
})
