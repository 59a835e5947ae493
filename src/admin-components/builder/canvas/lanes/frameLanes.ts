import type { Box } from '../pointer/alignGuides.js'

import { boxAround } from '../pointer/alignGuides.js'

/** ui/tokens.md: branches sit 24 px inside; above them is room for a lane's name. */
const INSIDE = 24
const NAME = 28

export interface LaneFrame {
  parallelId: string
  box: Box
  /** Tops of the lanes, from the top of the frame; the first is where the names begin. */
  lanes: { top: number; number: number }[]
  /** The parallel's card stands on top of the frame, as its header. */
  hasHeader: boolean
}

/**
 * The frame behind the branches of a parallel. Branches that lie below each other become lanes with a
 * line in between; when somebody drew them otherwise, there is only the frame.
 */
export function frameLanes({
  parallelId,
  header,
  lanes,
}: {
  parallelId: string
  /** The card of the parallel node. */
  header: Box | null
  lanes: readonly (readonly Box[])[]
}): LaneFrame | null {
  const boxes = lanes.flatMap((lane, at) => {
    const box = boxAround(lane)
    return box ? [{ number: at + 1, box }] : []
  })
  const inner = boxAround(boxes.map(({ box }) => box))
  if (!inner) return null
  const sorted = [...boxes].sort((a, b) => a.box.y - b.box.y)
  const tops = sorted.map(({ box }) => box.y - NAME)
  const isStacked = sorted.every(({ box }, at) => {
    const next = sorted[at + 1]
    return !next || box.y + box.height <= next.box.y - NAME
  })
  const hasHeader = header !== null && isOnTop({ header, inner })
  const left = Math.min(inner.x - INSIDE, hasHeader ? header.x : Infinity)
  const right = Math.max(
    inner.x + inner.width + INSIDE,
    hasHeader ? header.x + header.width : -Infinity,
  )
  const top = hasHeader ? header.y : inner.y - NAME - 4
  const bottom = inner.y + inner.height + INSIDE
  return {
    parallelId,
    box: { x: left, y: top, width: right - left, height: bottom - top },
    hasHeader,
    lanes: isStacked
      ? sorted.map(({ number }, at) => ({ number, top: (tops[at] ?? top) - top }))
      : [],
  }
}

/** Above the branches and within their width, near enough to belong to them. */
const isOnTop = ({ header, inner }: { header: Box; inner: Box }): boolean => {
  const bottom = header.y + header.height
  const isAbove = bottom <= inner.y && inner.y - bottom <= 80
  return isAbove && header.x >= inner.x - 48 && header.x <= inner.x + inner.width
}
