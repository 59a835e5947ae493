'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'

import type { CanvasEdge, CanvasNode } from '../nodes/types.js'
import type { Box } from '../pointer/alignGuides.js'

import { useBuilder } from '../../context.js'
import { useSession } from '../session/session.js'
import { boxesOf } from './boxesOf.js'
import { mendHandles } from './mendHandles.js'
import { FAR_ZOOM, planCards, planEdges, type View } from './planDetail.js'

/** What may be spent on it in one frame, ms of script; the browser then lays it out in about as many. */
const WHILE_MOVING_MS = 2
const AT_REST_MS = 6
/** A frame that took longer than this was late anyway: as much again may be drawn in the next, up to the most. */
const LATE_FRAME_MS = 25
const MOST_MS = 40
/** Where one card takes longer than this, a slow machine, none is drawn while something moves. */
const QUICK_CARD_MS = 1
const EDGES_WHILE_MOVING = 6
const EDGES_AT_REST = 40

/**
 * Draws in full what one can see, and a little more, a few cards in each frame: so neither a pan nor a zoom
 * ever waits for cards to be drawn. All others are boxes, which cost nothing to have.
 */
export function useDetail(): void {
  const { store } = useBuilder()
  const session = useSession()
  const flow = useStoreApi<CanvasNode, CanvasEdge>()
  useEffect(() => {
    const { view, detail, isFar, isMoving, isDragging, shownEdges, hasFarEdges } = session
    let frame = 0
    /** ms that a card takes, as the last ones did. */
    let cardMs = 0
    /** When the last of the frames that come one after the other was drawn, and for how long. */
    let last: { at: number; tookMs: number } | null = null
    /** Of the last frame. */
    let lastZoom = view.get()[2]

    const viewNow = (): View => {
      const { width, height } = flow.getState()
      const [x, y, zoom] = view.get()
      const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
      // The picture keeps its kind until it stands still; what is too small to read is not drawn meanwhile.
      return { seen, isFar: isFar.get() || zoom < FAR_ZOOM }
    }
    const settle = () => {
      if (!isMoving.get()) isFar.set(view.get()[2] < FAR_ZOOM)
    }
    const pinnedEdges = () =>
      new Set(
        [
          session.edgeUnder.get(),
          session.edgeTools.get(),
          session.overEdge.get(),
          ...store.getState().selection.edges,
        ].filter((id) => id !== null),
      )

    /** @returns whether something is left for the next frame. */
    const drawCards = ({ boxes, limitMs, isBusy }: Share & { limitMs: number }): boolean => {
      const { more, less } = planCards({ boxes, view: viewNow(), isFull: detail.has })
      let now = performance.now()
      const until = now + limitMs
      const changes = [...more.map(toFull), ...(isBusy ? [] : less.map(toBox))]
      const isDone = changes.every(({ id, isFull }) => {
        if (now + cardMs > until) return false
        if (limitMs === Infinity) {
          detail.set(id, isFull)
          return true
        }
        // At once, so that the clock counts it.
        flushSync(() => detail.set(id, isFull))
        const before = now
        now = performance.now()
        cardMs = (cardMs + now - before) / 2
        return true
      })
      return !isDone
    }
    const drawEdges = ({ boxes, limit, isBusy }: Share & { limit: number }): boolean => {
      const { edges } = store.getState().document.graph
      const shown = shownEdges.get()
      const pinned = pinnedEdges()
      const { more, less } = planEdges({ edges, boxes, view: viewNow(), shown, pinned })
      const added = more.filter((id, at) => at < limit || pinned.has(id))
      const gone = isBusy ? [] : less
      if (added.length + gone.length > 0) {
        const next = new Set([...shown, ...added])
        for (const id of gone) next.delete(id)
        shownEdges.set(next)
      }
      const isLeft = more.length > added.length
      hasFarEdges.set(isFar.get() || (hasFarEdges.get() && isLeft))
      flow.getState().domNode?.classList.toggle('workflows-far-off', isFar.get())
      return isLeft
    }
    /** What a slow machine does for each frame, it does more seldom when more cards come in each. */
    const limitAtRest = (now: number): number => {
      const enough = AT_REST_MS + cardMs
      if (!last || now - last.at < LATE_FRAME_MS) return enough
      return Math.max(enough, Math.min(now - last.at - last.tookMs, MOST_MS))
    }
    const draw = () => {
      frame = 0
      const now = performance.now()
      const isBusy = isMoving.get() || isDragging.get()
      const { nodeLookup } = flow.getState()
      const [, , zoom] = view.get()
      const isZooming = isMoving.get() && zoom !== lastZoom
      lastZoom = zoom
      const mayNot = isBusy && (isZooming || cardMs > QUICK_CARD_MS)
      const boxes = boxesOf(nodeLookup)
      const limitMs = isBusy ? (mayNot ? 0 : WHILE_MOVING_MS) : limitAtRest(now)
      const isCardLeft = drawCards({ boxes, limitMs, isBusy })
      const limit = isBusy ? (mayNot ? 0 : EDGES_WHILE_MOVING) : EDGES_AT_REST
      const isEdgeLeft = drawEdges({ boxes, limit, isBusy })
      // The next frame of the movement, or its end, asks again.
      const goesOn = (isCardLeft || isEdgeLeft) && !mayNot
      last = goesOn ? { at: now, tookMs: performance.now() - now } : null
      if (goesOn) ask()
    }
    const ask = () => {
      frame ||= requestAnimationFrame(draw)
    }

    settle()
    const boxes = boxesOf(flow.getState().nodeLookup)
    drawCards({ boxes, limitMs: Infinity, isBusy: false })
    drawEdges({ boxes, limit: Infinity, isBusy: false })
    const { edgeUnder, edgeTools, overEdge } = session
    const stops = [
      flow.subscribe((state, before) => {
        const isPictureSame = state.width === before.width && state.height === before.height
        mendHandles(state.nodeLookup)
        if (isPictureSame && state.nodes === before.nodes) return
        settle()
        ask()
      }),
      view.subscribe(() => {
        settle()
        ask()
      }),
      store.subscribe(ask),
      isMoving.subscribe(settle),
      ...[isMoving, isDragging].map((cell) => cell.subscribe(ask)),
      ...[edgeUnder, edgeTools, overEdge].map((cell) => cell.subscribe(ask)),
    ]
    return () => {
      stops.forEach((stop) => stop())
      cancelAnimationFrame(frame)
      detail.clear()
      shownEdges.set(new Set())
    }
  }, [store, session, flow])
}

/** What both parts of a frame's work go by. */
interface Share {
  boxes: ReadonlyMap<string, Box>
  isBusy: boolean
}

const toFull = (id: string) => ({ id, isFull: true })
const toBox = (id: string) => ({ id, isFull: false })
