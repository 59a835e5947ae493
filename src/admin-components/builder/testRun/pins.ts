import type { GraphNode, WorkflowGraph } from '../../../plugins/workflows/graph/types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'

/** A node whose last output the next tests repeat. */
export interface PinnedNode {
  executionId: string
  /** What the node was like when it ran: type and config. Another one, and the output is stale. */
  made: string
}

export type Pins = Readonly<Record<string, PinnedNode>>

/** What of a node decides over its output. Label, notes and place do not. */
export const makeOf = ({ type, config }: Pick<GraphNode, 'config' | 'type'>): string =>
  hash(canonicalJson({ type, config }))

/** The pins that still hold, and the names of those that no longer do. */
export function settlePins({ pins, graph }: { pins: Pins; graph: WorkflowGraph }): {
  kept: Pins
  dropped: string[]
} {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const kept: Record<string, PinnedNode> = {}
  const dropped: string[] = []
  for (const [id, pin] of Object.entries(pins)) {
    const node = nodes.get(id)
    if (node && makeOf(node) === pin.made) kept[id] = pin
    else dropped.push(node?.label ?? id)
  }
  return { kept: dropped.length === 0 ? pins : kept, dropped }
}

/** As the launch wants them. */
export const launchPins = (pins: Pins): Record<string, string> =>
  Object.fromEntries(Object.entries(pins).map(([id, { executionId }]) => [id, executionId]))

/** Short, because it is kept in the browser: it tells versions of one node apart and withstands nobody. */
function hash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36)
}
