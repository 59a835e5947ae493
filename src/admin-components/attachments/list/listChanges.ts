import type { AttachmentView } from '../../../client/types.js'

/** What a change makes of the list, so that it is seen before the server has answered. */

export function withMoved(list: AttachmentView[], from: number, to: number): AttachmentView[] {
  const moved = list[from]
  if (!moved || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, moved)
}

export function withPrimary(list: AttachmentView[], id: AttachmentView['id']): AttachmentView[] {
  return list.map((image) => ({ ...image, isPrimary: image.id === id }))
}

/** As the server does it: without a primary image, the next in order becomes it. */
export function without(list: AttachmentView[], id: AttachmentView['id']): AttachmentView[] {
  const rest = list.filter((image) => image.id !== id)
  const [first] = rest
  return first && !rest.some(({ isPrimary }) => isPrimary) ? withPrimary(rest, first.id) : rest
}

export const withCaption = (
  images: AttachmentView[],
  id: AttachmentView['id'],
  caption: string | null,
): AttachmentView[] => images.map((image) => (image.id === id ? { ...image, caption } : image))
