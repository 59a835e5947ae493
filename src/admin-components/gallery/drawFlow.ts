import type { WorkflowGraph } from '../../plugins/workflows/graph/types.js'

/** The picture's own units; tokens.md has 104 for its height. */
export const DRAWING = { width: 248, height: 104 }

/** Boxes of the drawing on a card, as tall as they may be with room for three above each other. */
const BOX = { width: 32, height: 22 }
const MARGIN = { x: 30, y: 17 }
const CORNER = 6
/** More boxes than this are dust at this size. */
const MOST_NODES = 40

export interface FlowDrawing {
  box: { width: number; height: number }
  /** Centres. */
  nodes: { x: number; y: number; type: string }[]
  /** All edges as one path. */
  edges: string
}

/** A graph small enough for a card: where its boxes are and one path for its edges, nothing else. */
export function drawFlow({ nodes: given, edges }: WorkflowGraph): FlowDrawing {
  const nodes = given.slice(0, MOST_NODES)
  const columns = places(nodes.map(({ position }) => position.x))
  const rows = places(nodes.map(({ position }) => position.y))
  const step = {
    x: (DRAWING.width - 2 * MARGIN.x) / Math.max(columns.size - 1, 3),
    y: Math.min((DRAWING.height - 2 * MARGIN.y) / Math.max(rows.size - 1, 1), 17),
  }
  const box = {
    width: Math.min(BOX.width, step.x * 0.65),
    // Rows of a column are at least two of these steps apart where a graph has half rows.
    height: rows.size > 4 ? Math.min(BOX.height, step.y * 1.4) : BOX.height,
  }
  const at = new Map(
    nodes.map(({ id, position, type }) => [
      id,
      {
        x: round(DRAWING.width / 2 + ((columns.get(position.x) ?? 0) - middle(columns)) * step.x),
        y: round(
          DRAWING.height / 2 + ((rows.get(position.y) ?? 0) - middle(rows)) * spread(rows, step.y),
        ),
        type,
      },
    ]),
  )
  const path = edges.flatMap(({ source, target }) => {
    const [from, to] = [at.get(source), at.get(target)]
    if (!from || !to) return []
    return [
      route({
        from: { x: from.x + box.width / 2, y: from.y },
        to: { x: to.x - box.width / 2, y: to.y },
      }),
    ]
  })
  return { box, nodes: [...at.values()], edges: path.join('') }
}

/** Two rows are drawn as far apart as three: boxes must not touch. */
const spread = (rows: ReadonlyMap<number, number>, step: number): number =>
  rows.size === 2 ? step * 2 : step

/** Order of the values that occur, so that wide gaps of a canvas do not shrink everything else. */
function places(values: readonly number[]): Map<number, number> {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  return new Map(sorted.map((value, place) => [value, place]))
}

const middle = (order: ReadonlyMap<number, number>): number => (order.size - 1) / 2

interface Point {
  x: number
  y: number
}

/** A smooth step, as on the canvas. */
function route({ from, to }: { from: Point; to: Point }): string {
  if (from.y === to.y) return `M${from.x} ${from.y}H${to.x}`
  const bend = round((from.x + to.x) / 2)
  const down = to.y > from.y ? 1 : -1
  const corner = Math.min(CORNER, Math.abs(to.y - from.y) / 2, Math.abs(bend - from.x))
  const [x, y] = [corner * Math.sign(bend - from.x || 1), corner * down]
  return (
    `M${from.x} ${from.y}H${bend - x}q${x} 0 ${x} ${y}` + `V${to.y - y}q0 ${y} ${x} ${y}H${to.x}`
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
