import type { Box } from '../pointer/alignGuides.js'
import type { Point } from '../session/session.js'

/** From the top of a card to its handles. */
const HANDLE = 28

/** The corners of an edge as it is drawn from afar. */
export function farLine({ from, to }: { from: Box; to: Box }): [Point, Point, Point, Point] {
  const x1 = Math.round(from.x + from.width)
  const y1 = Math.round(from.y + HANDLE)
  const x2 = Math.round(to.x)
  const y2 = Math.round(to.y + HANDLE)
  const middle = Math.round((x1 + x2) / 2)
  return [
    { x: x1, y: y1 },
    { x: middle, y: y1 },
    { x: middle, y: y2 },
    { x: x2, y: y2 },
  ]
}

/** How far a place is from a line whose parts all lie along an axis. */
export function distanceTo({ x, y }: Point, corners: readonly Point[]): number {
  let nearest = Infinity
  let last = corners[0]
  for (const corner of corners) {
    if (!last) break
    const dx = beyond({ at: x, from: last.x, to: corner.x })
    const dy = beyond({ at: y, from: last.y, to: corner.y })
    nearest = Math.min(nearest, Math.hypot(dx, dy))
    last = corner
  }
  return nearest
}

const beyond = ({ at, from, to }: { at: number; from: number; to: number }): number =>
  Math.max(0, Math.min(from, to) - at, at - Math.max(from, to))
