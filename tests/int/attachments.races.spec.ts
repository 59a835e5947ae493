import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { rounds } from '../guarantees/support/tier.js'
import {
  attach,
  createDocument,
  createImages,
  expectSound,
  pathOf,
  rowsOf,
} from './attachments.fixture.js'
import { startSite, type Site } from './site.fixture.js'
import { UNKNOWN } from './templates.fixture.js'

/** Enough for every change; at night 5,000 requests in a bit more than a minute. */
const ROUNDS = rounds({ test: 6, nightly: 100, release: 300 })
/** Seeded, so that a failing round can be run again. */
const randomOf = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

let site: Site
let images: string[]

beforeAll(async () => {
  site = await startSite('attachments races')
  images = await createImages(site, 24, site.studios.acme.workspace)
})
afterAll(() => site.stop())

/** Fifty requests at once, of every kind, from two people. */
const storm = async ({
  document,
  pool,
  random,
  also = [],
}: {
  document: string
  pool: string[]
  random: () => number
  also?: (() => Promise<{ status: number }>)[]
}) => {
  const pick = () => pool[Math.floor(random() * pool.length)] ?? ''
  const some = () => Array.from({ length: 1 + Math.floor(random() * 6) }, pick)
  const requests = Array.from({ length: 50 - also.length }, (_, index) => {
    const who = index % 2 === 0 ? ('editor' as const) : ('demo' as const)
    switch (index % 7) {
      case 3:
        return site.call(who, pathOf(document, `/${pick()}`), { method: 'DELETE' })
      case 4:
        return site.call(who, pathOf(document, `/${pick()}/primary`), { method: 'PUT' })
      case 5:
        return site.call(who, pathOf(document, '/order'), {
          method: 'PUT',
          json: { imageIds: [pick(), pick()] },
        })
      case 6:
        return site.call('viewer', pathOf(document))
      default:
        return attach(site, document, some(), { who, setFirstAsPrimary: random() < 0.5 })
    }
  })
  const answers = await Promise.all([...requests, ...also.map((request) => request())])
  return answers.map(({ status }) => status)
}

const known = [200, 204, 404, 422]

describe('fifty requests at once', () => {
  it('should leave one document sound, round after round', async () => {
    const document = await createDocument(site)
    for (let round = 0; round < ROUNDS; round++) {
      const statuses = await storm({ document, pool: images, random: randomOf(round + 1) })
      expect(statuses.filter((status) => !known.includes(status))).toEqual([])
      expect((await expectSound(site, document)).length).toBeGreaterThan(0)
    }
  }, 600_000)

  it('should survive media that are deleted meanwhile', async () => {
    for (let round = 0; round < 3; round++) {
      const document = await createDocument(site)
      const [doomed = ''] = await createImages(site, 1, site.studios.acme.workspace)
      const remove = () => site.call('editor', `/media/${doomed}`, { method: 'DELETE' })
      const statuses = await storm({
        document,
        pool: [...images.slice(0, 6), doomed],
        random: randomOf(round + 100),
        also: [remove],
      })
      expect(statuses.filter((status) => !known.includes(status))).toEqual([])
      const rows = await expectSound(site, document)
      expect(rows.map(({ image }) => image)).not.toContain(doomed)
    }
  })

  it('should leave nothing behind of a document that is deleted meanwhile', async () => {
    for (let round = 0; round < 3; round++) {
      const document = await createDocument(site)
      const remove = () => site.call('editor', `/documents/${document}`, { method: 'DELETE' })
      const statuses = await storm({
        document,
        pool: images,
        random: randomOf(round + 200),
        also: [remove],
      })
      expect(statuses.filter((status) => !known.includes(status))).toEqual([])
      expect(await rowsOf(site, document)).toEqual([])
    }
  })
})

describe('the database itself', () => {
  const insert = (document: string, image: string, primary: boolean) =>
    site.sql.query(
      `insert into document_attachments (document_collection, document_id, image_id, is_primary, "order")
       values ('documents', $1, $2, $3, 0)`,
      [document, image, primary],
    )

  it('should refuse a doubled image and a second primary one', async () => {
    const document = await createDocument(site)
    await insert(document, images[0] ?? '', true)
    const unique = { code: '23505' }
    await expect(insert(document, images[0] ?? '', false)).rejects.toMatchObject(unique)
    await expect(insert(document, images[1] ?? '', true)).rejects.toMatchObject(unique)
  })
})

describe('bad input', () => {
  it('should answer without falling over and change nothing', async () => {
    const document = await createDocument(site)
    await attach(site, document, images.slice(0, 2))
    const before = await rowsOf(site, document)
    const here = pathOf(document)
    const many = Array.from({ length: 5_000 }, (_, index) => index)
    const json = (value: unknown) => ({ json: value })
    const raw = (body: string) => ({ body, headers: { 'Content-Type': 'application/json' } })
    const cases: [string, string, NonNullable<Parameters<Site['call']>[2]>, number][] = [
      ['broken JSON', here, raw('{'), 400],
      ['2 MB', here, raw(JSON.stringify({ imageIds: ['x'.repeat(2e6)] })), 413],
      ['no body', here, { method: 'POST' }, 422],
      ['a text', here, json({ imageIds: 'x' }), 422],
      ['none', here, json({ imageIds: [] }), 422],
      ['null', here, json({ imageIds: [null] }), 422],
      ['objects', here, json({ imageIds: [{ id: 1 }] }), 422],
      ['thousands', here, json({ imageIds: many }), 422],
      ['numbers', here, json({ imageIds: [1.5, -1, 1e308] }), 404],
      ['SQL', here, json({ imageIds: ["'; drop table media"] }), 404],
      ['unknown', here, json({ imageIds: [UNKNOWN] }), 404],
      ['a word for yes', here, json({ imageIds: images, setFirstAsPrimary: 'yes' }), 422],
      ['an unknown document', pathOf(UNKNOWN), {}, 404],
      ['an impossible document', pathOf('abc'), {}, 404],
      ['a document of NUL', pathOf('%00'), json({ imageIds: [images[0]] }), 404],
      ['an impossible image', pathOf(document, '/abc'), { method: 'DELETE' }, 404],
      ['one not attached', pathOf(document, `/${images[7]}`), { method: 'DELETE' }, 404],
      ['a primary nobody has', pathOf(document, '/abc/primary'), { method: 'PUT' }, 404],
      ['an order of nothing', pathOf(document, '/order'), { method: 'PUT' }, 422],
      [
        'a strange order',
        pathOf(document, '/order'),
        { method: 'PUT', ...json({ imageIds: [1] }) },
        404,
      ],
    ]
    for (const [name, path, init, status] of cases) {
      const answer = await site.call('editor', path, init)
      expect([name, answer.status]).toEqual([name, status])
      expect([name, typeof answer.body.errors[0].data.code]).toEqual([name, 'string'])
    }
    expect(await rowsOf(site, document)).toEqual(before)
  })
})
