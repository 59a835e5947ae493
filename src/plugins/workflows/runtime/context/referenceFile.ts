import type { SharpDependency } from 'payload'

import type { ContextSource } from '../nodeContext.js'

import { PermanentNodeError } from '../errors.js'
import { imageTypeOf, scaleImage } from './imageBytes.js'
import { pdfText } from './pdfText.js'

const ACCEPTED = 'Text, Markdown, PDF, PNG, JPEG and WebP files up to 20 MB are read.'

export interface ReferenceFile {
  filename: string
  mimeType: string
  bytes: Buffer
}

/** What a reference file tells the model; by its bytes, and by its name only where bytes say nothing. */
export async function readReferenceFile({
  file,
  sharp,
  maxCharacters,
}: {
  file: ReferenceFile
  /** The site's own; without it no picture can be checked. */
  sharp: SharpDependency | undefined
  maxCharacters: number
}): Promise<Pick<ContextSource, 'images' | 'text'>> {
  const { bytes, filename } = file
  if (imageTypeOf(bytes)) {
    if (!sharp) throw unreadable(filename, 'this site has no `sharp` in its config')
    const image = await orUnreadable(filename, 'it is no sound image', () =>
      scaleImage({ sharp, bytes }),
    )
    return { text: '', images: [{ ...image, alt: filename }] }
  }
  if (bytes.toString('latin1', 0, 1024).includes('%PDF-')) {
    const text = await orUnreadable(filename, 'it is damaged or protected', () =>
      pdfText({ bytes, maxCharacters }),
    )
    if (text === '') throw unreadable(filename, 'there is no text in it, it may be a scan')
    return { text, images: [] }
  }
  if (!isTextual(file)) throw unreadable(filename, 'it is of another kind')
  return { text: decode(file), images: [] }
}

export function unreadable(filename: string, why: string): PermanentNodeError {
  return new PermanentNodeError({
    code: 'context_unreadable',
    message: `The reference file «${filename}» cannot be read: ${why}. ${ACCEPTED}`,
  })
}

function isTextual({ filename, mimeType }: ReferenceFile): boolean {
  return mimeType.startsWith('text/') || /\.(md|markdown|txt|text|csv)$/i.test(filename)
}

/** UTF-8, with or without a byte order mark, else UTF-16 that has one. */
function decode({ bytes, filename }: ReferenceFile): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    const text = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Said below, together with what else is no text.
  }
  throw unreadable(filename, 'its text is not UTF-8')
}

async function orUnreadable<T>(filename: string, why: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch {
    throw unreadable(filename, why)
  }
}
