import type { NodeHandler, NodeInput, OutputItem } from '../defineNode.js'
import type { MergeConfig } from './spec.js'

import { summarizeItems, upstreamItems } from '../joinItems.js'

/** Joins what the branches brought; skipped branches are not in `upstream` and so leave no gap. */
export function createMergeHandler(): NodeHandler<MergeConfig> {
  return async (input) => {
    const { strategy } = input.config
    const items = strategy === 'interleave' ? interleave(input.upstream) : upstreamItems(input)
    const output = summarizeItems(items)
    const branches = Object.fromEntries(input.upstream.map(({ nodeId, items }) => [nodeId, items]))
    return {
      output: strategy === 'by_branch' ? { ...output, branches } : output,
      items: items.length,
    }
  }
}

/** First of each branch, then second of each; longer branches go on alone. */
function interleave(upstream: NodeInput['upstream']): OutputItem[] {
  const rounds = Math.max(0, ...upstream.map(({ items }) => items.length))
  return Array.from({ length: rounds }, (_, round) =>
    upstream.flatMap(({ items }) => items.slice(round, round + 1)),
  ).flat()
}
