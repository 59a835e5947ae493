'use client'

import { useStoreApi, type Viewport } from '@xyflow/react'
import { useEffect, useMemo } from 'react'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'

import { useSession } from '../session/session.js'

/** Held as long as the wheel is turned with one of them; they ask nothing of the canvas. */
const MODIFIERS: ReadonlySet<string> = new Set(['Control', 'Meta', 'Shift', 'Alt'])

/**
 * The view, moved by hand: with every change of it React Flow asks each of its nodes and edges anew, which with 500
 * of them takes longer than a frame. While the picture moves only the picture is told; React Flow hears of it when
 * it rests, and before anything that asks where on the canvas the pointer is: a press, a key, a drag.
 */
export function useView(): { viewport: Viewport; onViewportChange: (view: Viewport) => void } {
  const session = useSession()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  const { view, settleView, isMoving, isDragging, connecting, carried } = session

  useEffect(() => {
    const settle = () => {
      if (flow.getState().transform !== view.get()) flow.setState({ transform: view.get() })
    }
    const settleForKey = ({ key }: KeyboardEvent) => {
      if (!MODIFIERS.has(key)) settle()
    }
    // It may have been fitted in before anybody listened.
    const { panZoom, transform } = flow.getState()
    const at = panZoom?.getViewport()
    view.set(at ? [at.x, at.y, at.zoom] : transform)
    settleView.set(settle)
    settle()
    const capture = { capture: true }
    for (const type of ['pointerdown', 'pointerup'] as const)
      window.addEventListener(type, settle, capture)
    window.addEventListener('keydown', settleForKey, capture)
    const stops = [isMoving, isDragging, connecting, carried].map((cell) => cell.subscribe(settle))
    return () => {
      settleView.set(null)
      for (const type of ['pointerdown', 'pointerup'] as const)
        window.removeEventListener(type, settle, capture)
      window.removeEventListener('keydown', settleForKey, capture)
      stops.forEach((stop) => stop())
    }
  }, [flow, view, settleView, isMoving, isDragging, connecting, carried])

  return useMemo(() => {
    // React Flow puts itself there whenever it likes: it finds what its own pan and zoom say, and nothing jumps.
    const now = (): Viewport => flow.getState().panZoom?.getViewport() ?? { x: 0, y: 0, zoom: 1 }
    const viewport = {
      get x() {
        return now().x
      },
      get y() {
        return now().y
      },
      get zoom() {
        return now().zoom
      },
    }
    const onViewportChange = ({ x, y, zoom }: Viewport) => {
      view.set([x, y, zoom])
      // Whoever has something in the hand needs to know where it is.
      const isHeld =
        isDragging.get() ||
        connecting.get() !== null ||
        carried.get() !== null ||
        flow.getState().userSelectionActive
      const drawing = flow.getState().domNode?.querySelector<HTMLElement>('.react-flow__viewport')
      if (isMoving.get() && !isHeld && drawing) {
        drawing.style.transform = `translate(${x}px,${y}px) scale(${zoom})`
      } else settleView.get()?.()
    }
    return { viewport, onViewportChange }
  }, [flow, view, settleView, isMoving, isDragging, connecting, carried])
}
