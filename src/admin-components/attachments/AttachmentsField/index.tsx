'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'

import type { AttachmentsFieldConfig } from '../../../plugins/workflows/fields/attachmentsField.js'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import '../../shared/tokens.css'
import { ImagesSkeleton } from './ImagesSkeleton.js'

/** Every admin page loads what the config names; what it is made of comes only where it is seen. */
const ImagesField = lazy(() =>
  import('../ImagesField/index.js').then((module) => ({ default: module.ImagesField })),
)

/** The images of a document, under its content. */
export function AttachmentsField({ config }: { config: AttachmentsFieldConfig }) {
  const { t } = useWorkflowsTranslation()
  // Not on the server: its styles come with the lazy part, and without them the page would flash.
  const inBrowser = useSyncExternalStore(never, yes, no)
  const waiting = <ImagesSkeleton label={t('attachments:images')} says={t('attachments:loading')} />
  return (
    <div className="field-type workflows-images">
      <ErrorBoundary>
        {inBrowser ? (
          <Suspense fallback={waiting}>
            <ImagesField config={config} />
          </Suspense>
        ) : (
          waiting
        )}
      </ErrorBoundary>
    </div>
  )
}

const never = () => () => undefined
const yes = () => true
const no = () => false
