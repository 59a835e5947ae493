import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { normaliseImage } from './normaliseImage.js'

const picture = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#357' } })

const to = (bytes: Buffer, width = 30, height = 30) => normaliseImage({ bytes, width, height })

describe('normaliseImage', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'should make %s exact in its format',
    async (format) => {
      const image = await to(await picture().toFormat(format).toBuffer())
      expect(image.mimeType).toBe(`image/${format}`)
      const { width, height, format: made } = await sharp(image.bytes).metadata()
      expect({ width, height, made }).toEqual({ width: 30, height: 30, made: format })
    },
  )

  it('should drop metadata and heed the orientation first', async () => {
    const bytes = await picture(60, 40)
      .jpeg()
      .withExif({ IFD0: { Copyright: '<script>alert(1)</script>' } })
      .withMetadata({ orientation: 6 })
      .withIccProfile('p3')
      .toBuffer()
    const image = await to(bytes, 40, 60)
    const { exif, icc, xmp, orientation } = await sharp(image.bytes).metadata()
    expect({ exif, icc, xmp, orientation }).toEqual({})
    expect(image.bytes.includes('script')).toBe(false)
  })

  it('should drop what follows the image in a polyglot', async () => {
    const bytes = Buffer.concat([await picture().png().toBuffer(), Buffer.from('PK<script>')])
    expect((await to(bytes)).bytes.includes('script')).toBe(false)
  })

  it.each([
    [
      'SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['GIF', () => picture().gif().toBuffer()],
    ['TIFF', () => picture().tiff().toBuffer()],
    ['AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
    ['HTML', async () => Buffer.from('<html></html>')],
    ['nothing', async () => Buffer.alloc(0)],
  ])('should refuse %s for good', async (_name, make) => {
    await expect(to(await make())).rejects.toMatchObject({ code: 'answer_invalid', action: 'fail' })
  })

  it.each([
    ['a cut PNG', async () => (await picture(400, 400).png().toBuffer()).subarray(0, 300)],
    ['a header alone', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['an SVG behind a JPEG start', async () => Buffer.from('\xff\xd8\xff<svg/>', 'latin1')],
  ])('should let %s be tried again', async (_name, make) => {
    await expect(to(await make())).rejects.toMatchObject({
      code: 'answer_invalid',
      action: 'retry',
    })
  })

  it('should refuse a bomb of 16,000 x 16,000 pixels within 1 s', async () => {
    const bomb = pngBomb(16_000)
    expect(bomb.length).toBeLessThan(1_000_000)
    const started = Date.now()
    await expect(to(bomb)).rejects.toMatchObject({ code: 'answer_too_large', action: 'fail' })
    expect(Date.now() - started).toBeLessThan(1000)
  })

  it('should refuse more than 20 MB unread', async () => {
    await expect(to(Buffer.alloc(20_000_001))).rejects.toMatchObject({ code: 'answer_too_large' })
  })
})

/** A one-bit PNG of `side` x `side` black pixels: tiny to send, huge to decode. */
function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
