'use client'

import {
  useDocumentInfo,
  useFormFields,
  useFormInitializing,
  useFormProcessing,
  useWatchForm,
} from '@payloadcms/ui'
import { useEffect, useSyncExternalStore } from 'react'

import type { BuilderStore } from '../store/types.js'

/** Why the builder only shows: each has a sentence of its own. Null when one may edit. */
export type ReadOnlyReason = 'locked' | 'narrow' | 'rights' | 'system' | null

/** ui.md: below this a canvas cannot be worked on with fingers. */
const NARROW = '(max-width: 767px)'

/** Keeps the store from being changed while the document must not be. */
export function useReadOnly({
  store,
  mayWrite,
}: {
  store: BuilderStore
  /** What the server said of the field when the page was made. */
  mayWrite: boolean
}): ReadOnlyReason {
  const { hasSavePermission } = useDocumentInfo()
  const isSystem = useFormFields(([fields]) => fields?.isSystem?.value === true)
  const { disabled } = useWatchForm()
  const processing = useFormProcessing()
  const initializing = useFormInitializing()
  const isNarrow = useSyncExternalStore(watchWidth, readWidth, () => false)
  // The form is also disabled while it is being saved; working on meanwhile is fine.
  const isLocked = Boolean(disabled) && !processing && !initializing
  const isForbidden = !mayWrite || hasSavePermission === false
  const reason = isForbidden
    ? isSystem
      ? 'system'
      : 'rights'
    : isNarrow
      ? 'narrow'
      : isLocked
        ? 'locked'
        : null
  const isReadOnly = reason !== null
  useEffect(() => store.setReadOnly(isReadOnly), [store, isReadOnly])
  return reason
}

function watchWidth(listener: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

const readWidth = () => window.matchMedia(NARROW).matches
