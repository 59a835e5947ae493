'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'

import type { ProvenanceFieldConfig } from '../../../plugins/workflows/fields/provenanceField.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import '../../shared/tokens.css'

/** Every admin page loads what the config names; what it is made of comes only where it is seen. */
const ProvenancePanel = lazy(() =>
  import('../ProvenancePanel/index.js').then((module) => ({ default: module.ProvenancePanel })),
)

/** In the sidebar of documents and images: which workflow made it. Nothing where none did, and nothing while asking. */
export function ProvenanceField({ config }: { config: ProvenanceFieldConfig }) {
  // Not on the server: its styles come with the lazy part.
  const inBrowser = useSyncExternalStore(never, yes, no)
  if (!inBrowser) return null
  return (
    <ErrorBoundary fallback={nothing}>
      <Suspense fallback={null}>
        <ProvenancePanel config={config} />
      </Suspense>
    </ErrorBoundary>
  )
}

const never = () => () => undefined
const yes = () => true
const no = () => false
/** It is a note beside the document; an error in its place would look like the document's. */
const nothing = () => null
