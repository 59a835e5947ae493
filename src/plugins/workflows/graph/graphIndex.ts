import type { GraphEdge, GraphNode, WorkflowGraph } from './types.js'

/** An edge whose two ends exist and differ, with its ends as positions in `nodes`. */
export interface IndexedEdge {
  edge: GraphEdge
  /** Position in the graph's `edges`. */
  at: number
  source: number
  target: number
}

/** Numbers instead of ids: nothing below compares strings or meets an id like `toString` as a key. */
export interface GraphIndex {
  nodes: GraphNode[]
  /** The first node of an id. */
  byId: ReadonlyMap<string, number>
  edges: IndexedEdge[]
  /** Edges that leave and reach each node, in edge order. */
  outgoing: IndexedEdge[][]
  incoming: IndexedEdge[][]
}

/** Looks every id up once. Edges without an end and self edges are left out. */
export function indexGraph({ nodes, edges }: WorkflowGraph): GraphIndex {
  const byId = new Map<string, number>()
  for (const [at, { id }] of nodes.entries()) if (!byId.has(id)) byId.set(id, at)
  const outgoing = nodes.map((): IndexedEdge[] => [])
  const incoming = nodes.map((): IndexedEdge[] => [])
  const known: IndexedEdge[] = []
  for (const [at, edge] of edges.entries()) {
    const source = byId.get(edge.source)
    const target = byId.get(edge.target)
    if (source === undefined || target === undefined || source === target) continue
    const entry = { edge, at, source, target }
    known.push(entry)
    outgoing[source]?.push(entry)
    incoming[target]?.push(entry)
  }
  return { nodes, byId, edges: known, outgoing, incoming }
}

/** Direct successors or predecessors of a node, each once, in edge order. */
export function neighbours({
  index,
  of,
  direction,
}: {
  index: GraphIndex
  of: number
  direction: 'before' | 'after'
}): number[] {
  const edges = (direction === 'before' ? index.incoming : index.outgoing)[of] ?? []
  return [...new Set(edges.map((edge) => (direction === 'before' ? edge.source : edge.target)))]
}
