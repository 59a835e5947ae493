import sharp from 'sharp'
import { expect } from 'vitest'

import type { Person, Site } from './site.fixture.js'

/** Pictures are only rows here: one small file serves all. */
const drawPicture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()

export const createImages = async (site: Site, count: number, workspace: string) => {
  const data = await drawPicture()
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const { id } = await site.payload.create({
      collection: 'media',
      data: { alt: `Picture ${index}`, workspace },
      file: { data, mimetype: 'image/png', name: `picture-${index}.png`, size: data.length },
    })
    ids.push(String(id))
  }
  return ids
}

export const createDocument = async (site: Site): Promise<string> => {
  const { id } = await site.payload.create({
    collection: 'documents',
    data: { title: 'A document', workspace: site.studios.acme.workspace },
  })
  return String(id)
}

export const pathOf = (document: string, rest = '') => `/documents/${document}/attachments${rest}`

export const attach = (
  site: Site,
  document: string,
  imageIds: unknown[],
  { who = 'editor', ...more }: { who?: Person; setFirstAsPrimary?: boolean } = {},
) => site.post(who, pathOf(document), { imageIds, ...more })

export interface Row {
  image: string
  primary: boolean
  order: number
  workspace: string
}

/** What is in the table, past every API. */
export const rowsOf = async ({ sql }: Site, document: string): Promise<Row[]> => {
  const { rows } = await sql.query<Row>(
    `select image_id as image, is_primary as "primary", "order"::int as "order", workspace_id as workspace
       from document_attachments where document_id = $1 order by "order"`,
    [document],
  )
  return rows
}

/** What must hold at any moment, whoever did what. */
export const expectSound = async (site: Site, document: string): Promise<Row[]> => {
  const rows = await rowsOf(site, document)
  expect(rows.length).toBeLessThanOrEqual(20)
  expect(new Set(rows.map(({ image }) => image)).size).toBe(rows.length)
  expect(rows.every(({ image }) => image !== null)).toBe(true)
  expect(rows.filter(({ primary }) => primary)).toHaveLength(rows.length > 0 ? 1 : 0)
  expect(rows.map(({ order }) => order)).toEqual(rows.map((_, index) => index))
  return rows
}
