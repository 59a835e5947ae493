import type { NodeHandle } from '@xyflow/react'

import { Position } from '@xyflow/react'

import type { PortSpec } from '../../../../plugins/workflows/graph/types.js'
import type { Size } from '../../edits/nodeSize.js'

/** ui/tokens.md: 54 px of head, a row of 28 px for each branch, handles 28 px from the top. */
export const HEAD = 54
export const ROW = 28
const MIDDLE = 28
export const DOT = 10

const LONE_IN: PortSpec = { id: 'in', label: '', kinds: [] }
const LONE_OUT: PortSpec = { id: 'out', label: '', kinds: [] }

/** Ports of a type that this site does not know: its edges must have somewhere to end. */
export const UNKNOWN_PORTS = { inputs: [LONE_IN], outputs: [LONE_OUT] }

/** Middle of an input from the top; several of them share the head. */
export const inputTop = ({ at, of }: { at: number; of: number }): number =>
  of === 1 ? MIDDLE : Math.round((HEAD / (of + 1)) * (at + 1))

/** Middle of an output from the bottom edge of the card; null: it stands beside the head. */
export const outputBottom = ({ at, of }: { at: number; of: number }): number | null =>
  of === 1 ? null : (of - at) * ROW - ROW / 2

/**
 * Where the handles will be, so that React Flow can draw an edge before it has measured its ends: those
 * may be outside of the picture and not be drawn at all.
 */
export function handlesOf({
  inputs,
  outputs,
  size,
}: {
  inputs: readonly PortSpec[]
  outputs: readonly PortSpec[]
  size: Size
}): NodeHandle[] {
  const box = { width: DOT, height: DOT }
  return [
    ...inputs.map(({ id }, at): NodeHandle => {
      const y = inputTop({ at, of: inputs.length }) - DOT / 2
      return { id, type: 'target', position: Position.Left, x: -DOT / 2, y, ...box }
    }),
    ...outputs.map(({ id }, at): NodeHandle => {
      const bottom = outputBottom({ at, of: outputs.length })
      const middle = bottom === null ? MIDDLE : size.height - bottom
      const x = size.width - DOT / 2
      return { id, type: 'source', position: Position.Right, x, y: middle - DOT / 2, ...box }
    }),
  ]
}
