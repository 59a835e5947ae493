'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { lazy, Suspense, useSyncExternalStore } from 'react'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { openerOf, watchOpeners } from '../attachOpeners.js'
import '../../shared/tokens.css'

/** Every admin page loads what the config names; the button itself comes only where there are images to attach. */
const Clip = lazy(() => import('./Clip.js').then((module) => ({ default: module.Clip })))

/** In the document's toolbar, which stays in sight however long the content above the images is. */
export function AttachToolbarButton() {
  const { collectionSlug, id } = useDocumentInfo()
  const open = useSyncExternalStore(
    watchOpeners,
    () => openerOf(`${collectionSlug}:${id}`),
    () => undefined,
  )
  if (!open) return null
  return (
    <ErrorBoundary fallback={nothing}>
      <Suspense fallback={null}>
        <Clip onClick={open} />
      </Suspense>
    </ErrorBoundary>
  )
}

/** The field has a button of its own. */
const nothing = () => null
