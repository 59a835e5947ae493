'use client'

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo } from 'react'

import type { CanvasActs } from '../../context.js'
import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useBuilder } from '../../context.js'
import { tidyGraph } from '../../edits/index.js'
import { useSession } from '../session/session.js'
import { focusElement } from './focusElement.js'

export const FIT = { padding: 0.12, maxZoom: 1 }
/** ui/tokens.md: panel and popover. */
const MOVE_MS = 160
/** A tidied canvas is watched, not waited for. */
const TIDY_MS = 240

/** What the toolbar, the panel and the keys ask of the canvas. */
export function useCanvasActs(): CanvasActs {
  const handle = useBuilder()
  const session = useSession()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const { fitView, setCenter, setViewport, screenToFlowPosition, getZoom } = useReactFlow<
    CanvasNode,
    CanvasEdge
  >()
  const acts = useMemo((): CanvasActs => {
    const { store, specs } = handle
    const duration = () => (isStill() ? 0 : MOVE_MS)
    const middleOnScreen = () => {
      const box = flow.getState().domNode?.getBoundingClientRect()
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: 0, y: 0 }
    }
    return {
      fit: () => void fitView({ ...FIT, duration: duration() }),
      reveal: (nodeId) => {
        store.select({ nodes: [nodeId], edges: [], notes: [] })
        const node = flow.getState().nodeLookup.get(nodeId)
        if (!node) return
        const { width = 0, height = 0 } = node.measured
        const { x, y } = node.position
        // At once: the card must be drawn before it can take the focus.
        void setCenter(x + width / 2, y + height / 2, {
          zoom: Math.max(getZoom(), 0.6),
          duration: 0,
        })
        focusElement(nodeId)
      },
      bringIntoView: (box) => {
        const { transform, width, height } = flow.getState()
        const [x, y, zoom] = transform
        const dx = overhang({ from: box.x * zoom + x, length: box.width * zoom, room: width })
        const dy = overhang({ from: box.y * zoom + y, length: box.height * zoom, room: height })
        if (dx === 0 && dy === 0) return
        void setViewport({ x: x - dx, y: y - dy, zoom }, { duration: duration() })
      },
      tidy: () => {
        const { document } = store.getState()
        const sizes = new Map(
          [...flow.getState().nodeLookup.values()].flatMap(({ id, measured }) =>
            measured.width && measured.height
              ? [[id, { width: measured.width, height: measured.height }] as const]
              : [],
          ),
        )
        void tidyGraph({ document, specs, sizes }).then((edit) => {
          const root = flow.getState().domNode?.closest('.workflows-canvas')
          root?.classList.add('workflows-canvas--tidying')
          store.apply(edit)
          void fitView({ ...FIT, duration: isStill() ? 0 : TIDY_MS })
          setTimeout(() => root?.classList.remove('workflows-canvas--tidying'), TIDY_MS)
        })
      },
      openPalette: () => {
        // From a card by keyboard: what is chosen follows that card.
        const card = document.activeElement?.closest('.react-flow__node-step')
        if (card) {
          const { left, bottom } = card.getBoundingClientRect()
          session.palette.set({ at: { x: left, y: bottom + 8 } })
          return
        }
        const at = session.pointer.get() ?? middleOnScreen()
        const position = screenToFlowPosition(at)
        session.palette.set({ at, position: { x: position.x - 120, y: position.y - 27 } })
      },
      middle: () => screenToFlowPosition(middleOnScreen()),
    }
  }, [handle, session, flow, fitView, setCenter, setViewport, screenToFlowPosition, getZoom])

  useEffect(() => {
    handle.canvas.current = acts
    session.toFlow.set((at) => {
      session.settleView.get()?.()
      return screenToFlowPosition(at)
    })
    return () => {
      if (handle.canvas.current === acts) handle.canvas.current = null
      session.toFlow.set(null)
    }
  }, [handle, session, acts, screenToFlowPosition])
  return acts
}

/** Between a card and the edge of what one sees. */
const MARGIN = 40

/** How far a stretch reaches over the end of the room; negative: over its beginning. */
function overhang({ from, length, room }: { from: number; length: number; room: number }): number {
  if (from < MARGIN) return from - MARGIN
  return Math.max(0, from + length - (room - MARGIN))
}

const isStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
