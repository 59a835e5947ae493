import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { readReferenceFile } from './referenceFile.js'

const read = (filename: string, bytes: Buffer, mimeType = 'application/octet-stream') =>
  readReferenceFile({ file: { filename, mimeType, bytes }, sharp, maxCharacters: 40_000 })

/** The smallest PDF with these lines, one page each. */
function pdf(...pages: string[]): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages.flatMap((line, index) => {
      const draw = line && `BT /F1 18 Tf 20 100 Td (${line}) Tj ET`
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents ${5 + index * 2} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${draw.length}>>stream\n${draw}\nendstream`,
      ]
    }),
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj${object}endobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`
  return Buffer.from(body + table + trailer, 'latin1')
}

describe('readReferenceFile', () => {
  it('should read text and Markdown by type or name', async () => {
    expect(await read('a.txt', Buffer.from('\ufeffGrüße'), 'text/plain')).toEqual({
      text: 'Grüße',
      images: [],
    })
    expect((await read('a.md', Buffer.from('# Hi'))).text).toBe('# Hi')
    expect((await read('a.txt', Buffer.from('\ufeffGrüße', 'utf16le'))).text).toBe('Grüße')
  })

  it('should read the pages of a PDF, whatever it is called', async () => {
    expect((await read('a.bin', pdf('First page', 'Second page'))).text).toBe(
      'First page\n\nSecond page',
    )
  })

  it('should make pictures small', async () => {
    const big = await sharp({
      create: { width: 2000, height: 1000, channels: 4, background: '#ff000080' },
    })
      .png()
      .toBuffer()
    const { images } = await read('a.png', big)
    const { width, height, format } = await sharp(images[0]?.bytes).metadata()
    expect({ width, height, format }).toEqual({ width: 1024, height: 512, format: 'jpeg' })
    expect(images[0]).toMatchObject({ mimeType: 'image/jpeg', alt: 'a.png' })
  })

  it.each([
    ['a kind it does not know', 'a.docx', 'another kind', Buffer.from('PK\u0003\u0004')],
    ['a vector drawing', 'a.svg', 'another kind', Buffer.from('<svg/>')],
    ['text that is not UTF-8', 'a.txt', 'not UTF-8', Buffer.from([0x47, 0xfc, 0xdf])],
    ['binary that calls itself text', 'a.txt', 'not UTF-8', Buffer.from('a\0b')],
    ['a broken PDF', 'a.pdf', 'damaged or protected', Buffer.from('%PDF-1.4 nothing')],
    ['a PDF without text', 'a.pdf', 'no text in it', pdf('')],
    ['a broken picture', 'a.png', 'no sound image', Buffer.from('89504e470d0a1a0a00', 'hex')],
  ])('should refuse %s by name', async (_, filename, why, bytes) => {
    const refusal = read(filename, bytes)
    await expect(refusal).rejects.toMatchObject({ code: 'context_unreadable' })
    await expect(refusal).rejects.toThrow(`«${filename}»`)
    await expect(refusal).rejects.toThrow(why)
  })

  it('should refuse a picture of too many pixels without decoding it', async () => {
    const bomb = await sharp({
      create: { width: 10_000, height: 8_000, channels: 3, background: 'white' },
      limitInputPixels: false,
    })
      .png()
      .toBuffer()
    await expect(read('bomb.png', bomb)).rejects.toMatchObject({ code: 'context_unreadable' })
  })
})
