import type { ImageResult } from '../types.js'

export type ImageMimeType = ImageResult['mimeType']

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])

/**
 * The type of an image by its first bytes, or null for everything but PNG, JPEG and WebP: names and
 * headers lie, and other decoders (SVG, TIFF, HEIF) are where the holes are (security.md 5.2, 6).
 */
export function sniffImage(bytes: Buffer): ImageMimeType | null {
  if (bytes.subarray(0, PNG.length).equals(PNG)) return 'image/png'
  if (bytes.subarray(0, JPEG.length).equals(JPEG)) return 'image/jpeg'
  const isWebp =
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? 'image/webp' : null
}
