import type { GraphNode, JsonObject, NodeRules } from './types.js'

import { canonicalJson } from './canonicalJson.js'
import { findJsonFlaws, isJsonObject } from './json.js'

/**
 * A node's config with the defaults of its type. Handlers parse config again, so a host schema that
 * transforms what it reads (text to number, say) would not understand its own answer: there the
 * config stays as it was drawn.
 */
export function settleConfig({ node, rules }: { node: GraphNode; rules: NodeRules }): JsonObject {
  const parsed = rules.configSchema.safeParse(node.config)
  if (!parsed.success || !isJsonObject(parsed.data)) return node.config
  if (findJsonFlaws({ value: parsed.data, path: '' }).length > 0) return node.config
  const again = rules.configSchema.safeParse(parsed.data)
  const isStable = again.success && canonicalJson(again.data) === canonicalJson(parsed.data)
  return isStable ? parsed.data : node.config
}
