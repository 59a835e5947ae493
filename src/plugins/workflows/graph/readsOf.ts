import type { JsonValue, PlanNode } from './types.js'

/** `nodes.some-id` and `nodes['some-id']`: the only ways to name a node in a prompt or a condition. */
const NAMED = /\bnodes\s*(?:\.\s*([\w-]+)|\[\s*(['"])([^'"]+)\2\s*\])/g
/** Anything else that begins with `nodes`, e.g. `nodes[params.which]`, may read every node before it. */
const ANY = /\bnodes\b/g

/**
 * The nodes whose outputs a job may look at: what comes right before it (through conditions, which pass items on), what
 * its settings name, and what its texts name. All ancestors where a text names nodes in a way that cannot be foreseen.
 */
export function readsOf(node: PlanNode, nodes: ReadonlyMap<string, PlanNode>): string[] {
  const known = new Set(node.ancestors)
  const found = new Set<string>()
  const walk = [...node.predecessors]
  for (let id = walk.pop(); id !== undefined; id = walk.pop()) {
    if (found.has(id)) continue
    found.add(id)
    const source = nodes.get(id)
    if (source?.type === 'conditional') walk.push(...source.predecessors)
  }
  const { copy = [], image = [], items = [] } = node.sources
  for (const id of [...copy, ...image, ...items]) found.add(id)
  if (node.quantity.kind === 'itemsOf') found.add(node.quantity.nodeId)
  for (const text of textsIn(node.config)) {
    const named = [...text.matchAll(NAMED)].map((match) => match[1] ?? match[3] ?? '')
    if (named.length < (text.match(ANY)?.length ?? 0)) return node.ancestors
    named.forEach((id) => found.add(id))
  }
  return [...found].filter((id) => known.has(id))
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((part) => textsIn(part as JsonValue))
}
