import { getSmoothStepPath, Position } from '@xyflow/react'

export interface LineEnds {
  sourceX: number
  sourceY: number
  targetX: number
  targetY: number
  /** One of several branches of a parallel: it may stand inside its frame. */
  isLane?: boolean | undefined
}

/** Room between the arrow's point and the ring of the handle. */
const GAP = 2

/** From the frame of a parallel to a card inside of it: 24 px (ui/tokens.md) without handle and gap. */
const STUB = 17

/** How a connection runs, and where the middle of it is. */
export function linePath({ sourceX, sourceY, targetX, targetY, isLane }: LineEnds): {
  path: string
  middle: { x: number; y: number }
  /** Of the arrow's point. */
  x: number
} {
  const x = targetX - GAP
  if (isLane && isBelow({ sourceX, sourceY, targetX: x, targetY })) {
    const path = `M${x - STUB} ${targetY}L${x} ${targetY}`
    return { path, middle: { x: x - STUB / 2, y: targetY }, x }
  }
  const [path, middleX, middleY] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition: Position.Right,
    targetX: x,
    targetY,
    targetPosition: Position.Left,
    borderRadius: 10,
  })
  return { path, middle: { x: middleX, y: middleY }, x }
}

/** The branch stands under the card of its parallel, which is the header of the frame around both. */
const isBelow = ({ sourceX, sourceY, targetX, targetY }: LineEnds): boolean =>
  targetX < sourceX && targetX > sourceX - 300 && targetY > sourceY + 54
