'use client'

import { lazy, Suspense } from 'react'

import type { BuilderHandle } from '../context.js'
import type { useTemplateActs } from './useTemplateActs.js'

import { DeleteDialog } from './DeleteDialog.js'

export type DialogName = 'compare' | 'delete' | 'import' | 'share'

// Each is for a click.
const ImportDialog = lazy(() =>
  import('../files/ImportDialog.js').then((module) => ({ default: module.ImportDialog })),
)
const CompareDialog = lazy(() =>
  import('../versions/CompareDialog.js').then((module) => ({ default: module.CompareDialog })),
)
const ShareDialog = lazy(() =>
  import('./ShareDialog.js').then((module) => ({ default: module.ShareDialog })),
)

/** The dialog that is open, if any. */
export function Dialogs({
  open,
  handle,
  name,
  acts,
  onPublish,
  onClose,
}: {
  open: DialogName | null
  handle: BuilderHandle
  name: string
  acts: ReturnType<typeof useTemplateActs>
  onPublish: () => void
  onClose: () => void
}) {
  return (
    <Suspense fallback={null}>
      {open === 'delete' ? (
        <DeleteDialog name={name} onClose={onClose} onDelete={() => void acts.remove()} />
      ) : null}
      {open === 'import' ? <ImportDialog handle={handle} onClose={onClose} /> : null}
      {open === 'compare' ? <CompareDialog handle={handle} onClose={onClose} /> : null}
      {open === 'share' ? (
        <ShareDialog name={name} onClose={onClose} onPublish={onPublish} />
      ) : null}
    </Suspense>
  )
}
