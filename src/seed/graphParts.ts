import type { GraphEdge, GraphNode } from '../plugins/workflows/graph/types.js'

/** Cards are 240 px wide (ui.md); 120 px between them leaves room for an edge and its arrow. */
const COLUMN = 360
/** Room for two cards one above the other, with 100 px between the tallest. */
const ROW = 200

/** Where a node stands. Half rows put it between the two it belongs to. */
export function place({ column, row }: { column: number; row: number }): GraphNode['position'] {
  return { x: column * COLUMN, y: row * ROW }
}

export function connect(source: string, target: string): GraphEdge {
  return { id: `${source}-${target}`, source, target }
}
