import type { InternalNode } from '@xyflow/react'

import type { Box } from '../pointer/alignGuides.js'

/** Where a card is now, also while it is dragged. */
export function boxOf(node: InternalNode | undefined): Box | null {
  if (!node) return null
  const { position, measured } = node
  return {
    x: position.x,
    y: position.y,
    width: measured.width ?? 0,
    height: measured.height ?? 0,
  }
}

/** Of every card; notes are none. */
export function boxesOf(nodes: ReadonlyMap<string, InternalNode>): Map<string, Box> {
  const boxes = new Map<string, Box>()
  for (const [id, node] of nodes) {
    const box = node.type === 'step' && boxOf(node)
    if (box) boxes.set(id, box)
  }
  return boxes
}
