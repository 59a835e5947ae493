import type { JsonObject, NodeRules, PlanNode } from './types.js'

import { MAX_JOBS_OF_A_NODE } from './limits.js'
import { quantityParam } from './quantityParam.js'

/** How many agent jobs a node has: one per item of another node, else its quantity, else one. */
export function planQuantity({
  config,
  rules: { itemsFromField, quantityField, quantityMax = MAX_JOBS_OF_A_NODE },
}: {
  config: JsonObject
  rules: NodeRules
}): PlanNode['quantity'] {
  const nodeId = itemsFromField === undefined ? undefined : config[itemsFromField]
  if (typeof nodeId === 'string' && nodeId.trim() !== '') {
    return { kind: 'itemsOf', nodeId: nodeId.trim() }
  }
  const quantity = quantityField === undefined ? 1 : config[quantityField]
  const name = quantityParam(quantity)
  if (name !== null) return { kind: 'param', name, max: quantityMax }
  return { kind: 'fixed', value: typeof quantity === 'number' ? quantity : 1 }
}
