'use client'

import { PublishButton, SaveDraftButton } from '@payloadcms/ui'
import { lazy, Suspense } from 'react'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import '../../shared/tokens.css'
import './frame.css'
// Of what is loaded late: the server draws it at once, and it is not to be seen without its styles.
import './toolbar.css'

/** Every admin page loads what the config names; the toolbar itself comes only where it is seen. */
const Toolbar = lazy(() => import('./Toolbar.js').then((module) => ({ default: module.Toolbar })))

/** The builder's toolbar, in the place of Payload's own controls. */
export function BuilderToolbar() {
  return (
    <div className="workflows-builder-toolbar">
      <ErrorBoundary fallback={() => <StockControls />}>
        <Suspense fallback={null}>
          <Toolbar />
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}

/** A broken toolbar must not keep anybody from saving. */
function StockControls() {
  return (
    <div className="workflows-builder-toolbar__stock">
      <SaveDraftButton />
      <PublishButton />
    </div>
  )
}

/** In the slots of Payload's own buttons: saving and publishing are in the toolbar. */
export function BuilderNoButton() {
  return null
}
