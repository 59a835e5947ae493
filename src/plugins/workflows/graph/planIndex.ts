import type { ExecutionPlan, PlanNode } from './types.js'

/** What is asked of a plan again and again; found once, as plans never change. */
export interface PlanIndex {
  nodes: ReadonlyMap<string, PlanNode>
  /**
   * All transitive predecessors of a node, in the order of the plan: what its prompts and conditions may refer to.
   * Walked when asked: kept for each node of a long chain, they would be larger than all the rest of the plan.
   */
  ancestorsOf: (nodeId: string) => string[]
}

const indexes = new WeakMap<ExecutionPlan, PlanIndex>()

export function planIndex(plan: ExecutionPlan): PlanIndex {
  const known = indexes.get(plan)
  if (known) return known
  const nodes = new Map(plan.nodes.map((node) => [node.id, node]))
  const index: PlanIndex = {
    nodes,
    ancestorsOf: (nodeId) => {
      const found = new Set<string>()
      const open = [...(nodes.get(nodeId)?.predecessors ?? [])]
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (found.has(id)) continue
        found.add(id)
        open.push(...(nodes.get(id)?.predecessors ?? []))
      }
      return plan.nodes.flatMap(({ id }) => (found.has(id) ? [id] : []))
    },
  }
  indexes.set(plan, index)
  return index
}
