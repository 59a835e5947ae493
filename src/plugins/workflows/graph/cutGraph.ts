import { isRecord } from './json.js'

/**
 * The part of a graph that a test "up to here" runs: the node and all that leads to it. Works on drafts
 * that nobody has judged yet, so that problems elsewhere do not matter. Null when there is no such node.
 */
export function cutGraph({ graph, upTo }: { graph: unknown; upTo: string }) {
  const { nodes, edges } = listsOf(graph)
  const isKnown = nodes.some((node) => isRecord(node) && node.id === upTo)
  if (!isKnown) return null
  const sources = new Map<unknown, unknown[]>()
  for (const edge of edges) {
    if (isRecord(edge)) sources.set(edge.target, [...(sources.get(edge.target) ?? []), edge.source])
  }
  const kept = new Set<unknown>()
  const open: unknown[] = [upTo]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (kept.has(id)) continue
    kept.add(id)
    open.push(...(sources.get(id) ?? []))
  }
  return {
    nodes: nodes.filter((node) => isRecord(node) && kept.has(node.id)),
    edges: edges.filter((edge) => isRecord(edge) && kept.has(edge.target)),
  }
}

function listsOf(graph: unknown): { nodes: unknown[]; edges: unknown[] } {
  const { nodes, edges } = isRecord(graph) ? graph : {}
  return {
    nodes: Array.isArray(nodes) ? (nodes as unknown[]) : [],
    edges: Array.isArray(edges) ? (edges as unknown[]) : [],
  }
}
