import type { LibraryImage } from './libraryImage.js'

/** Chosen images in the order in which they were chosen, which is the order they are attached in. */
export interface Selection {
  images: LibraryImage[]
  /** Id that a range goes from: the last one that was chosen or given up by itself. */
  anchor: LibraryImage['id'] | null
}

export const NOTHING: Selection = { images: [], anchor: null }

const has = (images: LibraryImage[], { id }: LibraryImage) =>
  images.some((known) => known.id === id)

/** Chooses an image or gives it up. Over `room` nothing more is chosen. */
export function toggle({
  selection: { images },
  image,
  room,
}: {
  selection: Selection
  image: LibraryImage
  room: number
}): Selection {
  const anchor = image.id
  if (has(images, image)) return { images: images.filter(({ id }) => id !== image.id), anchor }
  return images.length < room ? { images: [...images, image], anchor } : { images, anchor }
}

/** Chooses everything from the anchor to `image` that can be chosen, as far as there is room. */
export function selectRange({
  selection,
  image,
  shown,
  canChoose,
  room,
}: {
  selection: Selection
  image: LibraryImage
  /** In the order on the screen. */
  shown: LibraryImage[]
  canChoose: (image: LibraryImage) => boolean
  room: number
}): Selection {
  const { images, anchor } = selection
  const from = shown.findIndex(({ id }) => id === anchor)
  const to = shown.findIndex(({ id }) => id === image.id)
  if (from < 0 || to < 0) return toggle({ selection, image, room })
  const between = shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  const inOrder = from <= to ? between : between.toReversed()
  const more = inOrder.filter((known) => canChoose(known) && !has(images, known))
  return { images: [...images, ...more.slice(0, Math.max(0, room - images.length))], anchor }
}
