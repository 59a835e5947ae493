import type { Id } from '../../../client/types.js'

import { isImageType } from '../../../plugins/workflows/fields/imageTypes.js'

/** An image of the media collection, as the dialog shows it. */
export interface LibraryImage {
  id: Id
  filename: string
  filesize: number
  thumbnailUrl: string | null
  alt: string
  mimeType: string
}

/** Why an image cannot be chosen; null when it can. */
export type Hindrance = 'attached' | 'notAnImage' | 'tooLarge' | 'unsupported'

/** A media document of any site → what the dialog needs of it. */
export function toLibraryImage(doc: unknown, altField: string): LibraryImage {
  const media = (doc ?? {}) as Record<string, unknown>
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const filename = text(media.filename)
  return {
    id: media.id as Id,
    filename: filename || String(media.id),
    filesize: typeof media.filesize === 'number' ? media.filesize : 0,
    thumbnailUrl: text(media.thumbnailURL) || smallestSize(media.sizes) || text(media.url) || null,
    alt: text(media[altField]),
    mimeType: text(media.mimeType),
  }
}

export function hindranceOf({
  image,
  attached,
  maxBytes,
}: {
  image: LibraryImage
  /** Ids as text. */
  attached: ReadonlySet<string>
  maxBytes: number
}): Hindrance | null {
  if (attached.has(String(image.id))) return 'attached'
  if (!image.mimeType.startsWith('image/')) return 'notAnImage'
  if (!isImageType(image.mimeType)) return 'unsupported'
  return image.filesize > maxBytes ? 'tooLarge' : null
}

function smallestSize(sizes: unknown): string | null {
  const made = Object.values((sizes ?? {}) as Record<string, { url?: string; width?: number }>)
    .filter((size) => Boolean(size?.url))
    .sort((a, b) => (a.width ?? Infinity) - (b.width ?? Infinity))
  return made[0]?.url ?? null
}
