import type { ExecutionPlan, JsonValue, PlanNode } from './types.js'

import { planIndex } from './planIndex.js'

/** `nodes.some-id` and `nodes['some-id']`: the only ways to name a node in a prompt or a condition. */
const NAMED = /\bnodes\s*(?:\.\s*([\w-]+)|\[\s*(['"])([^'"]+)\2\s*\])/g
/** Anything else that begins with `nodes`, e.g. `nodes[params.which]`, may read every node before it. */
const ANY = /\bnodes\b/g

/**
 * The nodes whose outputs a job may look at: what comes right before it (through conditions, which pass items on), what
 * its settings name, and what its texts name. All ancestors where a text names nodes in a way that cannot be foreseen.
 */
export function readsOf(node: PlanNode, plan: ExecutionPlan): string[] {
  const known = reads.get(node) ?? findReads(node, plan)
  reads.set(node, known)
  return known
}

/** Asked for every agent job. */
const reads = new WeakMap<PlanNode, string[]>()

function findReads(node: PlanNode, plan: ExecutionPlan): string[] {
  const { nodes, ancestorsOf } = planIndex(plan)
  const found = new Set<string>()
  const walk = [...node.predecessors]
  for (let id = walk.pop(); id !== undefined; id = walk.pop()) {
    if (found.has(id)) continue
    found.add(id)
    const source = nodes.get(id)
    if (source?.type === 'conditional') walk.push(...source.predecessors)
  }
  const before = found.size
  const { copy = [], image = [], items = [] } = node.sources
  for (const id of [...copy, ...image, ...items]) found.add(id)
  if (node.quantity.kind === 'itemsOf') found.add(node.quantity.nodeId)
  for (const text of textsIn(node.config)) {
    const named = [...text.matchAll(NAMED)].map((match) => match[1] ?? match[3] ?? '')
    if (named.length < (text.match(ANY)?.length ?? 0)) return ancestorsOf(node.id)
    named.forEach((id) => found.add(id))
  }
  if (found.size === before) return [...found]
  const known = new Set(ancestorsOf(node.id))
  return [...found].filter((id) => known.has(id))
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part) => textsIn(part as JsonValue))
}
