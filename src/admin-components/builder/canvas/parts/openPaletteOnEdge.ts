import type { CanvasSession, Point } from '../session/session.js'

/** Half of a card, so that the new one stands with its middle where the edge had its own. */
const HALF = { x: 120, y: 27 }

/** Opens the list of what fits between the two ends of an edge. */
export function openPaletteOnEdge({
  session,
  edgeId,
  at,
  position,
}: {
  session: CanvasSession
  edgeId: string
  /** In the window. */
  at: Point
  /** Middle of the edge, on the canvas. */
  position: Point
}): void {
  session.palette.set({
    at,
    position: { x: position.x - HALF.x, y: position.y - HALF.y },
    onEdge: edgeId,
  })
}
