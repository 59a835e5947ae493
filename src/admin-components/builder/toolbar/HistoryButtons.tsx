'use client'

import type { BuilderHandle } from '../context.js'

import { IconButton } from '../../shared/IconButton/index.js'
import { useWorkflowsTranslation } from '../../shared/useWorkflowsTranslation.js'
import { useBuilderPart } from './useBuilderPart.js'

/** Undo, redo and tidy; the canvas knows the keys. */
export function HistoryButtons({ handle }: { handle: BuilderHandle }) {
  const { t } = useWorkflowsTranslation()
  const canUndo = useBuilderPart(handle, (state) => state.canUndo, false)
  const canRedo = useBuilderPart(handle, (state) => state.canRedo, false)
  const isEmpty = useBuilderPart(handle, ({ document }) => document.graph.nodes.length === 0, true)
  return (
    <span className="workflows-toolbar__group">
      <IconButton
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={!canUndo}
        icon="undo"
        label={t('toolbar:undo')}
        onClick={() => handle.store.undo()}
      />
      <IconButton
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        disabled={!canRedo}
        icon="redo"
        label={t('toolbar:redo')}
        onClick={() => handle.store.redo()}
      />
      <IconButton
        aria-keyshortcuts="L"
        disabled={isEmpty}
        icon="tidy"
        label={t('toolbar:tidy')}
        onClick={() => handle.canvas.current?.tidy()}
      />
    </span>
  )
}
