import pLimit from 'p-limit'
import sharp from 'sharp'

import { ProviderError } from '../../runtime/errors.js'
import type { ImageResult } from '../types.js'
import { MAX_IMAGE_BYTES } from './fetchImage.js'
import { sniffImage, type ImageMimeType } from './sniffImage.js'

/** Twice what a 3840x2160 image has; a 758 KB PNG of 16,000² cost 869 MB without it (security.md 5.2, 6). */
const MAX_PIXELS = 40e6
/** Seconds for one image, same source. */
const TIMEOUT_S = 20
/** Not larger than with sharp's own 6, for photographs and flat colours alike; the latter in half the time. */
const PNG_LEVEL = 4
/** At most two images are decoded at once in a process, same source. */
const decode = pLimit(2)

const FORMATS = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
} as const satisfies Record<ImageMimeType, string>

/**
 * Makes a foreign image safe and exact: PNG, JPEG or WebP by magic bytes only, at most 20 MB and 40 Mpx,
 * cropped to cover `width` x `height` px, encoded anew in its own format without metadata.
 * Throws ProviderError `answer_invalid` or `answer_too_large`.
 */
export async function normaliseImage({
  bytes,
  width,
  height,
}: {
  bytes: Buffer
  width: number
  height: number
}): Promise<Pick<ImageResult, 'bytes' | 'mimeType'>> {
  if (bytes.length > MAX_IMAGE_BYTES) throw tooLarge(`${MAX_IMAGE_BYTES / 1_000_000} MB`)
  const mimeType = sniffImage(bytes)
  if (!mimeType) {
    // Not tried again: a server that sends SVG or HTML sends it every time, and is paid every time.
    throw invalid('The image is not a PNG, JPEG or WebP file.', 'fail')
  }
  return {
    bytes: await decode(() => encode({ bytes, mimeType, width, height })),
    mimeType,
  }
}

async function encode({
  bytes,
  mimeType,
  width,
  height,
}: {
  bytes: Buffer
  mimeType: ImageMimeType
  width: number
  height: number
}): Promise<Buffer> {
  const format = FORMATS[mimeType]
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS })
    // The pipeline below would choose its decoder by content; this refuses a file that is two things.
    const { format: found } = await image.metadata()
    if (found !== format) throw new Error(`it is ${found}`)
    return await image
      .timeout({ seconds: TIMEOUT_S })
      .autoOrient()
      .resize({ width, height, fit: 'cover' })
      .toFormat(format, format === 'png' ? { compressionLevel: PNG_LEVEL } : {})
      .toBuffer()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (/pixel limit/i.test(reason)) throw tooLarge(`${MAX_PIXELS / 1e6} megapixels`)
    throw invalid(`The image could not be read (${reason.split('\n')[0]}).`, 'retry')
  }
}

function tooLarge(limit: string): ProviderError {
  return new ProviderError({
    code: 'answer_too_large',
    action: 'fail',
    message: `The image is larger than ${limit}.`,
  })
}

function invalid(message: string, action: 'retry' | 'fail'): ProviderError {
  return new ProviderError({ code: 'answer_invalid', action, message })
}
