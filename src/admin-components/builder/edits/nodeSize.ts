import type { GraphNode } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'

export interface Size {
  width: number
  height: number
}

/** Sizes of the cards in ui/tokens.md. */
const WIDTH = 240
const MERGE_WIDTH = 160
/** With the card's border. */
const HEADER = 56
const BRANCH_ROW = 28

/** How large a card is drawn, for what must know before it is drawn. */
export function nodeSize({
  node,
  spec,
}: {
  node: Pick<GraphNode, 'type'>
  spec: Pick<NodeSpec, 'outputs'> | undefined
}): Size {
  const branches = spec && spec.outputs.length > 1 ? spec.outputs.length : 0
  return {
    width: node.type === 'merge' ? MERGE_WIDTH : WIDTH,
    height: HEADER + branches * BRANCH_ROW,
  }
}
