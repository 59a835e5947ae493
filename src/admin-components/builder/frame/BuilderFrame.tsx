'use client'

import { memo, useEffect, useState } from 'react'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { Canvas } from '../canvas/index.js'
import { useBuilderState } from '../context.js'
import { Palette } from '../palette/index.js'
import { Panel } from '../panel/index.js'
import { useSettledSelection } from '../panel/useSettledSelection.js'
import { StartPoints } from '../start/index.js'
import { lightenStyles } from '../../shared/lightenStyles.js'

// A selection draws the frame again, for its sheet, and should draw none of them whole.
const [PaletteSide, CanvasMiddle, PanelSide] = [memo(Palette), memo(Canvas), memo(Panel)]

/** Palette, canvas and panel side by side; the panel is a sheet where there is no room for three. */
export const BuilderFrame = memo(function BuilderFrame() {
  const { t } = useWorkflowsTranslation()
  const isEmpty = useBuilderState(({ document: { graph } }) => graph.nodes.length === 0)
  const readOnly = useBuilderState((state) => state.readOnly)
  const selected = useSettledSelection().nodes.join(' ')
  // Below 1024 px; what is selected anew opens it again.
  const [sheet, setSheet] = useState<{ of: string; isOpen: boolean }>({ of: '', isOpen: false })
  const isSheetOpen = sheet.of === selected ? sheet.isOpen : selected !== ''
  useEffect(lightenStyles, [])
  const showSheet = (isOpen: boolean) => setSheet({ of: selected, isOpen })

  return (
    <ErrorBoundary>
      <div className="workflows-builder__body" onKeyDown={keepFromSubmitting}>
        <div className="workflows-builder__palette">
          <PaletteSide />
        </div>
        <div className="workflows-builder__canvas">
          <CanvasMiddle />
          {isEmpty && !readOnly ? (
            <div className="workflows-builder__start">
              <StartPoints />
            </div>
          ) : null}
          <IconButton
            aria-expanded={isSheetOpen}
            className="workflows-builder__sheet-button"
            icon="list"
            label={isSheetOpen ? t('frame:hideSettings') : t('frame:showSettings')}
            onClick={() => showSheet(!isSheetOpen)}
            tone="bordered"
          />
        </div>
        <div className="workflows-builder__panel" data-open={isSheetOpen || undefined}>
          <ErrorBoundary>
            <PanelSide />
          </ErrorBoundary>
        </div>
      </div>
    </ErrorBoundary>
  )
})

/** Enter in a field of the builder would submit Payload's form, which publishes. */
function keepFromSubmitting(event: React.KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  const acts = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file']
  if (!acts.includes(event.target.type)) event.preventDefault()
}
