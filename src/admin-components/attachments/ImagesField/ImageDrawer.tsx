'use client'

import { useDocumentDrawer } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef } from 'react'

import type { Id } from '../../../client/types.js'

/** The image's own document in Payload's drawer: large, with its alt text to read or mend. */
export function ImageDrawer({
  collection,
  id,
  onChanged,
  onClose,
}: {
  collection: string
  id: Id
  onChanged: () => void
  onClose: () => void
}) {
  const [Drawer, , { openDrawer, closeDrawer, isDrawerOpen }] = useDocumentDrawer({
    collectionSlug: collection,
    id,
    // A site may keep its media out of the navigation; whoever may read one may open it here.
    overrideEntityVisibility: true,
  })
  const wasOpen = useRef(false)
  const open = useEffectEvent(openDrawer)
  const closed = useEffectEvent(onClose)
  useEffect(() => open(), [])
  useEffect(() => {
    if (wasOpen.current && !isDrawerOpen) closed()
    wasOpen.current = isDrawerOpen
  }, [isDrawerOpen])
  return (
    <Drawer
      onDelete={() => {
        closeDrawer()
        onChanged()
      }}
      onSave={onChanged}
    />
  )
}
