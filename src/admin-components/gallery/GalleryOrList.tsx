'use client'

import { useListDrawerContext } from '@payloadcms/ui'

/** In a drawer one picks a template for a field: that is what Payload's own list does, and cards do not. */
export function GalleryOrList({
  gallery,
  list,
}: {
  gallery: React.ReactNode
  list: React.ReactNode
}) {
  const { isInDrawer } = useListDrawerContext()
  return isInDrawer ? list : gallery
}
