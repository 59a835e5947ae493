import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { attach, createDocument, createImages, pathOf } from './attachments.fixture.js'
import { startSite, type Site } from './site.fixture.js'

const DOCUMENTS = 25
const IMAGES_EACH = 20

let site: Site
let full: string[]
let single: string

beforeAll(async () => {
  site = await startSite('attachments statements')
  const images = await createImages(site, IMAGES_EACH, site.studios.acme.workspace)
  await site.sql.query('create extension if not exists pg_stat_statements')
  full = []
  for (let index = 0; index < DOCUMENTS; index++) {
    const document = await createDocument(site)
    await attach(site, document, images)
    full.push(document)
  }
  single = await createDocument(site)
  await attach(site, single, images.slice(0, 1))
}, 300_000)
afterAll(() => site.stop())

/** Statements that read attachments or media while `act` runs, by what they read. */
const countReads = async (act: () => Promise<unknown>) => {
  await site.sql.query('select pg_stat_statements_reset()')
  await act()
  const { rows } = await site.sql.query<{ attachments: number; media: number; all: number }>(
    `select coalesce(sum(calls) filter (where query ~ 'from "document_attachments"'), 0)::int as attachments,
            coalesce(sum(calls) filter (where query ~ 'from "media"'), 0)::int as media,
            coalesce(sum(calls), 0)::int as all
       from pg_stat_statements
      where toplevel and dbid = (select oid from pg_database where datname = current_database())
        and query ~* '^\\s*select' and query !~ 'pg_stat_statements' and query !~ 'payload_workflows'`,
  )
  return rows[0]
}

const images = (document: string) => site.call('viewer', pathOf(document))
const page = (query: string) =>
  site.call('viewer', `/document-attachments?${query}&where[documentCollection][equals]=documents`)

describe('reading attachments', () => {
  it('should cost a document of 20 images no statement more than one of a single image', async () => {
    await images(single)
    const one = await countReads(() => images(single))
    const many = await countReads(() => images(full[0] ?? ''))
    expect(many).toEqual(one)
    expect(many).toMatchObject({ attachments: 1, media: 1 })
  })

  it('should list 500 attachments of 25 documents in one query a page, with their images in one more', async () => {
    const sizes: number[] = []
    for (let number = 1; number <= 6; number++) {
      const reads = await countReads(async () => {
        const { body } = await page(`limit=100&page=${number}&depth=0`)
        sizes.push((body.docs as unknown[]).length)
      })
      // A page is one query and Payload's count of all.
      expect(reads?.attachments).toBe(2)
    }
    expect(sizes).toEqual([100, 100, 100, 100, 100, 1])
    const small = await countReads(() => page('limit=10&page=2&depth=1'))
    const large = await countReads(() => page('limit=100&page=2&depth=1'))
    expect(large?.attachments).toBe(2)
    expect(large?.media).toBe(1)
    expect(large?.all).toBe(small?.all)
  })
})
