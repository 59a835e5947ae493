import type { Guide } from '../session/session.js'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** ui/tokens.md: dots every 20 px. */
export const GRID = 20

export interface Snap {
  /** What the dragged box must be moved by to stand well. */
  dx: number
  dy: number
  guides: Guide[]
}

/**
 * Where a dragged box should stand: on the edges and middles of its neighbours when one is near, else on
 * the grid. The lines say what it stands in line with.
 */
export function alignToNeighbours({
  box,
  others,
  reach,
}: {
  box: Box
  others: readonly Box[]
  /** Flow px that count as near. */
  reach: number
}): Snap {
  const x = nearest({ from: box.x, size: box.width, others, axis: 'x', reach })
  const y = nearest({ from: box.y, size: box.height, others, axis: 'y', reach })
  const dx = x === null ? toGrid(box.x) : x
  const dy = y === null ? toGrid(box.y) : y
  const placed = { ...box, x: box.x + dx, y: box.y + dy }
  const guides = [
    ...(x === null ? [] : guidesOn({ axis: 'x', placed, others })),
    ...(y === null ? [] : guidesOn({ axis: 'y', placed, others })),
  ]
  return { dx, dy, guides }
}

/** One box around all. */
export function boxAround(boxes: readonly Box[]): Box | null {
  const [first] = boxes
  if (!first) return null
  let [left, top] = [first.x, first.y]
  let [right, bottom] = [first.x + first.width, first.y + first.height]
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

const toGrid = (value: number): number => Math.round(value / GRID) * GRID - value

const sizeOn = (axis: 'x' | 'y', box: Box): number => (axis === 'x' ? box.width : box.height)

function nearest({
  from,
  size,
  others,
  axis,
  reach,
}: {
  from: number
  size: number
  others: readonly Box[]
  axis: 'x' | 'y'
  reach: number
}): number | null {
  let best: number | null = null
  const offer = (distance: number) => {
    if (Math.abs(distance) > reach) return
    if (best === null || Math.abs(distance) < Math.abs(best)) best = distance
  }
  for (const other of others) {
    const start = other[axis]
    const length = sizeOn(axis, other)
    // Start with start, middle with middle, end with end: other pairs only make it nervous.
    offer(start - from)
    offer(start + length / 2 - (from + size / 2))
    offer(start + length - (from + size))
  }
  return best
}

/** Lines through what `placed` now stands in line with, from the first to the last of them. */
function guidesOn({
  axis,
  placed,
  others,
}: {
  axis: 'x' | 'y'
  placed: Box
  others: readonly Box[]
}): Guide[] {
  const across = axis === 'x' ? 'y' : 'x'
  return [0, 0.5, 1].flatMap((part): Guide[] => {
    const at = placed[axis] + sizeOn(axis, placed) * part
    const inLine = others.filter(
      (other) => Math.abs(other[axis] + sizeOn(axis, other) * part - at) < 0.5,
    )
    if (inLine.length === 0) return []
    const all = [placed, ...inLine]
    const from = Math.min(...all.map((box) => box[across]))
    const to = Math.max(...all.map((box) => box[across] + sizeOn(across, box)))
    return [{ axis, at, from, to }]
  })
}
