import type { NodeHandler } from '../defineNode.js'
import type { ParallelConfig } from './spec.js'

import { summarizeItems, upstreamItems } from '../joinItems.js'

/** Opens the branches; how many run at once and what ends them is the engine's business. */
export function createParallelHandler(): NodeHandler<ParallelConfig> {
  return async (input) => {
    const { text, count, items } = summarizeItems(upstreamItems(input))
    return { output: { text, count, items }, items: count }
  }
}
