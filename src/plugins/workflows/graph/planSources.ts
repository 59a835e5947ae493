import type { GraphIndex } from './graphIndex.js'
import type { ItemFlow } from './itemFlow.js'
import type { JsonObject, NodeRules, PlanNode } from './types.js'

/** Which nodes a node works on: the one its settings name, else the nearest before it. */
export function planSources({
  at,
  config,
  rules,
  index,
  flow,
}: {
  at: number
  config: JsonObject
  rules: NodeRules
  index: GraphIndex
  flow: ItemFlow
}): PlanNode['sources'] {
  const sources: PlanNode['sources'] = {}
  for (const { key, needs, inferred } of rules.references ?? []) {
    const value = config[key]
    const named = typeof value === 'string' ? index.byId.get(value.trim()) : undefined
    const found =
      named !== undefined
        ? flow.itemHolders({ node: named, kind: needs })
        : inferred
          ? flow.nearestSources({ of: at, kind: needs })
          : []
    if (found.length > 0) sources[needs] = found.map((node) => index.nodes[node]?.id ?? '')
  }
  return sources
}
