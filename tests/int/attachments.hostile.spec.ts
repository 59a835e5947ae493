import { configToSchema } from '@payloadcms/graphql'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

import { createLocalReq } from 'payload'
import sharp from 'sharp'
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

// Payload requires graphql; vitest would import the package's other build, which is «another realm».
const { graphql } = createRequire(import.meta.url)('graphql') as typeof import('graphql')

const PAGE = '<script>parent.document.title = "taken"</script>'

let site: Site
let document: string
let png: Buffer

beforeAll(async () => {
  site = await startSite('attachments hostile')
  document = await createDocument(site)
  png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
})
afterAll(() => site.stop())

/** As the upload form and scripts do it: one file and the fields as JSON. */
const upload = async ({ name, type, data }: { name: string; type: string; data: Buffer }) => {
  const body = new FormData()
  body.append('file', new Blob([new Uint8Array(data)], { type }), name)
  const { workspace } = site.studios.acme
  body.append('_payload', JSON.stringify({ alt: name, workspace }))
  return site.call('editor', '/media', { method: 'POST', body })
}

describe('files that are not what they say', () => {
  it('should be refused at the upload, so that there is nothing to attach', async () => {
    const liars: [string, string, Buffer][] = [
      ['page.png', 'image/png', Buffer.from(`<!doctype html>${PAGE}`)],
      [
        'drawing.png',
        'image/png',
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${PAGE}</svg>`),
      ],
      [
        'drawing.svg',
        'image/svg+xml',
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${PAGE}</svg>`),
      ],
      ['script.js', 'image/png', Buffer.from('alert(1)')],
      ['half.png', 'image/png', png.subarray(0, 30)],
      ['nothing.png', 'image/png', Buffer.alloc(0)],
    ]
    for (const [name, type, data] of liars) {
      const answer = await upload({ name, type, data })
      expect([name, answer.status]).toEqual([name, expect.toSatisfy(isRefusal)])
    }
    const { rows } = await site.sql.query(
      'select count(*)::int as files from media where alt = any($1)',
      [liars.map(([name]) => name)],
    )
    expect(rows).toEqual([{ files: 0 }])
  })

  it('should be shown as pictures and nothing else when a page hides behind one', async () => {
    const data = Buffer.concat([png, Buffer.from(PAGE)])
    const answer = await upload({ name: 'polyglot.png', type: 'image/png', data })
    expect(answer.status).toBe(201)
    const listed = await attach(site, document, [answer.body.doc.id])
    expect(listed.status).toBe(200)
    expect(listed.body.attachments[0]).toMatchObject({ filename: 'polyglot.png', width: 40 })
    expect(answer.body.doc.mimeType).toBe('image/png')
    const { staticDir = '' } = site.payload.collections.media?.config.upload ?? {}
    const stored = readFileSync(path.join(staticDir, 'polyglot.png'))
    expect(stored.includes(PAGE)).toBe(false)
  })

  it('should leave nothing half attached when one of several is too large', async () => {
    const before = await rowsOf(site, document)
    const small = await upload({ name: 'small.png', type: 'image/png', data: png })
    const huge = Buffer.concat([png, Buffer.alloc(50 * 1024 * 1024)])
    expect((await upload({ name: 'huge.png', type: 'image/png', data: huge })).status).toBe(413)
    const large = await upload({ name: 'large.png', type: 'image/png', data: await drawNoise() })
    expect(large.body.doc.filesize).toBeGreaterThan(10 * 1024 * 1024)
    const answer = await attach(site, document, [small.body.doc.id, large.body.doc.id])
    expect([answer.status, answer.body.errors[0].data.code]).toEqual([422, 'image_too_large'])
    expect(await rowsOf(site, document)).toEqual(before)
    await expectSound(site, document)
    expect((await site.call('viewer', pathOf(document))).body.totalCount).toBe(before.length)
  })
})

/** Fault catalogue S10: a limit that one of the ways in does not know is no limit. */
describe('the limits of a document’s images', () => {
  it('should be the same over REST and GraphQL, and past Payload’s own routes there is no way', async () => {
    const { schema } = configToSchema(site.payload.config)
    const other = await createDocument(site)
    const { workspace } = site.studios.acme
    const many = await createImages(site, 21, workspace)
    const [theirs] = await createImages(site, 1, site.studios.rival.workspace)
    const large = await upload({ name: 'big.png', type: 'image/png', data: await drawNoise() })
    const { docs } = await site.payload.find({
      collection: 'users',
      where: { email: { equals: 'editor@example.com' } },
    })
    const overGraphql = async (imageIds: unknown[]) => {
      const req = await createLocalReq({ user: docs[0] as never }, site.payload)
      const { errors } = await graphql({
        schema,
        source: `mutation ($document: ID!, $imageIds: [ID!]!) {
          attachImages(collection: "documents", id: $document, imageIds: $imageIds) { totalCount }
        }`,
        variableValues: { document: other, imageIds },
        contextValue: { req },
      })
      const error = errors?.[0]?.originalError as unknown as
        { status: number; data: { code: string } } | undefined
      return [error?.status, error?.data.code]
    }
    const cases: [unknown[], [number, string]][] = [
      [many, [422, 'max_attachments_exceeded']],
      [
        [many[0], large.body.doc.id],
        [422, 'image_too_large'],
      ],
      [
        [many[0], theirs],
        [404, 'images_not_found'],
      ],
      [
        [many[0], 'nonsense'],
        [404, 'images_not_found'],
      ],
    ]
    for (const [imageIds, refusal] of cases) {
      const { status, body } = await attach(site, other, imageIds)
      expect([status, body.errors[0].data.code]).toEqual(refusal)
      expect(await overGraphql(imageIds)).toEqual(refusal)
    }
    const row = { documentCollection: 'documents', documentId: other, image: many[0], workspace }
    for (const who of ['editor', 'admin'] as const) {
      expect((await site.post(who, '/document-attachments', row)).status).toBe(403)
    }
    const asUser = site.payload.create({
      collection: 'document-attachments',
      data: row,
      overrideAccess: false,
      user: docs[0] as never,
    })
    await expect(asUser).rejects.toMatchObject({ status: 403 })
    expect(await rowsOf(site, other)).toEqual([])
  })
})

/** Noise does not compress: 2,000 x 2,000 pixels of three bytes are 12 MB as PNG. */
const drawNoise = () =>
  sharp(randomBytes(2_000 * 2_000 * 3), { raw: { width: 2_000, height: 2_000, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()

const isRefusal = (status: unknown): boolean => [400, 413, 415, 422].includes(Number(status))
