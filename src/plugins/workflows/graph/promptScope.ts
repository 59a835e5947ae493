import type { ExecutionPlan, JsonObject, JsonValue, NodeRulesMap } from './types.js'

import { planIndex } from './planIndex.js'
import { emptyOutput } from './promptVariables.js'

/**
 * What a node's prompts read: exactly the names that validation allows. A node that was skipped reads
 * as empty, so that a prompt behind a merge works whichever branch was taken.
 */
export function promptScope({
  plan,
  specs,
  nodeId,
  params,
  outputs,
  index,
  previousOutput,
  item,
}: {
  plan: ExecutionPlan
  specs: NodeRulesMap
  nodeId: string
  params: JsonObject
  /** By node id; skipped nodes have none. */
  outputs: ReadonlyMap<string, JsonObject>
  index: number
  /** Text of the direct predecessors; empty for a root. */
  previousOutput: string
  item: JsonValue
}): Record<string, unknown> {
  const known = planIndex(plan)
  const nodes = known.ancestorsOf(nodeId).map((id): [string, unknown] => {
    const fields = specs.get(known.nodes.get(id)?.type ?? '')?.outputFields ?? []
    return [id, { output: { ...Object.fromEntries(emptyOutput(fields)), ...outputs.get(id) } }]
  })
  return {
    ...params,
    params,
    index,
    previous_output: previousOutput,
    item,
    nodes: Object.fromEntries(nodes),
  }
}
