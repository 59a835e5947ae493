import type { GraphEdge } from '../../../../plugins/workflows/graph/types.js'
import type { Box } from '../pointer/alignGuides.js'

/** Below this a 13 px label is 5 px high: cards become boxes with large words, edges one line. */
export const FAR_ZOOM = 0.4

/** Up to here all of it is drawn in full, wherever one looks: a pan then draws nothing. */
export const SMALL = 60

/** How far beyond the picture cards are drawn, and from where they may go again; parts of its size. */
const AHEAD = 0.5
const BEHIND = 1

export interface View {
  /** Of the picture, in flow coordinates. */
  seen: Box
  isFar: boolean
}

/** Cards to draw in full now, the ones in the picture first, and cards that no longer need it. */
export function planCards({
  boxes,
  view: { seen, isFar },
  isFull,
}: {
  boxes: ReadonlyMap<string, Box>
  view: View
  isFull: (id: string) => boolean
}): { more: string[]; less: string[] } {
  const isSmall = boxes.size <= SMALL
  const ahead = around(seen, AHEAD)
  const behind = around(seen, BEHIND)
  const inside: string[] = []
  const beside: string[] = []
  const less: string[] = []
  for (const [id, box] of boxes) {
    if (isFull(id)) {
      if (isFar || !(isSmall || touches(box, behind))) less.push(id)
    } else if (!isFar) {
      if (touches(box, seen)) inside.push(id)
      else if (isSmall || touches(box, ahead)) beside.push(id)
    }
  }
  return { more: [...inside, ...beside], less }
}

/**
 * Edges that are elements of their own, which one can point at. From afar that is `pinned` alone: what is
 * selected or under the pointer.
 */
export function planEdges({
  edges,
  boxes,
  view: { seen, isFar },
  shown,
  pinned,
}: {
  edges: readonly GraphEdge[]
  boxes: ReadonlyMap<string, Box>
  view: View
  shown: ReadonlySet<string>
  pinned: ReadonlySet<string>
}): { more: string[]; less: string[] } {
  const isSmall = boxes.size <= SMALL
  const ahead = around(seen, AHEAD)
  const behind = around(seen, BEHIND)
  const more: string[] = []
  const less: string[] = []
  for (const { id, source, target } of edges) {
    const [from, to] = [boxes.get(source), boxes.get(target)]
    const region = shown.has(id) ? behind : ahead
    const isNear = !isFar && (isSmall || (from && to && crosses({ from, to, region })))
    const isWanted = isNear || pinned.has(id)
    if (isWanted && !shown.has(id)) more.push(id)
    if (!isWanted && shown.has(id)) less.push(id)
  }
  return { more, less }
}

const around = ({ x, y, width, height }: Box, part: number): Box => ({
  x: x - width * part,
  y: y - height * part,
  width: width * (1 + 2 * part),
  height: height * (1 + 2 * part),
})

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The box around both ends lies over the region: then the line may. */
function crosses({ from, to, region }: { from: Box; to: Box; region: Box }): boolean {
  const x = Math.min(from.x, to.x)
  const y = Math.min(from.y, to.y)
  const width = Math.max(from.x + from.width, to.x + to.width) - x
  const height = Math.max(from.y + from.height, to.y + to.height) - y
  return touches({ x, y, width, height }, region)
}
