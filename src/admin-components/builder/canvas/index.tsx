'use client'

import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useId, useRef } from 'react'

import { ErrorBoundary } from '../../shared/ErrorBoundary/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilderState } from '../context.js'
import { CarriedCard } from '../palette/CarriedCard.js'
import { useClipboard } from './keys/useClipboard.js'
import { useClipboardEvents } from './keys/useClipboardEvents.js'
import { useKeyActs } from './keys/useKeyActs.js'
import { useShortcuts } from './keys/useShortcuts.js'
import { Announcer } from './parts/Announcer.js'
import { PalettePopover } from './parts/PalettePopover.js'
import { Refusal } from './parts/Refusal.js'
import { ShortcutsDialog } from './parts/ShortcutsDialog.js'
import { StepMenu } from './parts/StepMenu.js'
import { TargetPopover } from './parts/TargetPopover.js'
import { useCanvasActs } from './parts/useCanvasActs.js'
import { useCellPart } from './session/cell.js'
import { useSession } from './session/session.js'
import { Surface } from './Surface.js'
import './canvas.css'

/** The drawing surface of the builder, with everything that opens over it. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <ErrorBoundary>
        <Frame />
      </ErrorBoundary>
      <CarriedCard />
      <PalettePopover />
      <TargetPopover />
      <StepMenu />
      <Refusal />
      <ShortcutsDialog />
      <Announcer />
    </ReactFlowProvider>
  )
}

function Frame() {
  const { t } = useWorkflowsTranslation()
  const session = useSession()
  const root = useRef<HTMLElement>(null)
  const hint = useId()
  const isLocked = useBuilderState((state) => state.readOnly)
  const isConnecting = useCellPart(session.connecting, (connecting) => connecting !== null)
  const acts = useCanvasActs()
  const clipboard = useClipboard()
  useShortcuts({ canvas: root, acts: useKeyActs({ acts, clipboard }) })
  useClipboardEvents({ canvas: root, acts: clipboard })
  // Another page may be open when one comes back: what was half done there is done with.
  useEffect(
    () => () => {
      session.connecting.set(null)
      session.palette.set(null)
      session.targets.set(null)
      session.menu.set(null)
    },
    [session],
  )
  const onPointerMove = ({ clientX: x, clientY: y }: React.PointerEvent) =>
    session.pointer.set({ x, y })
  const onDoubleClick = ({ target }: React.MouseEvent) => {
    if (target instanceof Element && target.matches('.react-flow__pane') && !isLocked) {
      acts.openPalette()
    }
  }
  const classes = [
    'workflows-canvas',
    isConnecting && 'workflows-canvas--connecting',
    isLocked && 'workflows-canvas--locked',
  ]
  return (
    <section
      aria-describedby={hint}
      aria-label={t('builder:canvas')}
      className={classes.filter(Boolean).join(' ')}
      onDoubleClick={onDoubleClick}
      onPointerLeave={() => session.pointer.set(null)}
      onPointerMove={onPointerMove}
      ref={root}
      // The canvas itself is one stop of Tab; from there Tab walks the cards.
      tabIndex={0}
    >
      <p className="workflows-sr-only" id={hint}>
        {t('builder:canvasHint')}
      </p>
      <Surface />
    </section>
  )
}
