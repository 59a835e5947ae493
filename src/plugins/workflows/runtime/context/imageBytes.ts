import type { SharpDependency } from 'payload'

/** Longest side a model is shown; more costs tokens and adds nothing it could see. */
const MAX_SIDE = 1024

/** security.md 5.2 (6): a 758 kB PNG of 16,000² takes 869 MB to decode; this refuses it in 9 ms. */
const MAX_PIXELS = 40e6
const TIMEOUT_SECONDS = 20

export type ImageMimeType = 'image/jpeg' | 'image/png' | 'image/webp'

/** By the bytes alone; what a file calls itself is its uploader's word. */
export function imageTypeOf(bytes: Buffer): ImageMimeType | null {
  const starts = (...codes: number[]) => codes.every((code, at) => bytes[at] === code)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  const isWebp =
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? 'image/webp' : null
}

/** Decoded, turned upright, made small, written anew without metadata. Throws when it is no sound image. */
export async function scaleImage({
  sharp,
  bytes,
}: {
  sharp: SharpDependency
  bytes: Buffer
}): Promise<{ mimeType: 'image/jpeg'; bytes: Buffer }> {
  const scaled = await sharp(bytes, { limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .rotate()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .timeout({ seconds: TIMEOUT_SECONDS })
    .toBuffer()
  return { mimeType: 'image/jpeg', bytes: scaled }
}
