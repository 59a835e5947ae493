import type { GraphEdge, WorkflowGraph } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { FlowGraph } from '../../flow/types.js'

import { describeFlow } from '../../flow/describeFlow.js'
import { compareGraphs, endsOf } from './compareGraphs.js'

export type Mark = 'added' | 'changed' | 'removed' | 'same'

/** Both flows as one drawing. Plain data: a server view hands it to the browser. */
export interface MergedFlow {
  graph: FlowGraph
  /** By node id; what is not in here is the same. */
  nodes: Record<string, Mark>
  /** By the edge's id in `graph`. */
  edges: Record<string, Mark>
}

/** How far a removed step keeps from one that stands in its place now. */
const NUDGE = 70

/** What is there now where it stands now; what is gone where it stood. */
export function mergeFlows({
  before,
  after,
  specs,
}: {
  before: WorkflowGraph
  after: WorkflowGraph
  specs: ReadonlyMap<string, NodeSpec>
}): MergedFlow {
  const { added, removed, changed, addedEdges, removedEdges } = compareGraphs({ before, after })
  const places = new Set(after.nodes.map(({ position: { x, y } }) => `${x}/${y}`))
  const gone = removed.map((node) => {
    const { x, y } = node.position
    return places.has(`${x}/${y}`) ? { ...node, position: { x, y: y + NUDGE } } : node
  })
  const edges = [
    ...after.edges.map((edge) => unique(edge, 'now')),
    ...removedEdges.map((edge) => unique(edge, 'gone')),
  ]
  const { steps } = describeFlow({
    graph: { nodes: [...after.nodes, ...gone], edges },
    specs,
  })
  const isNew = new Set(addedEdges.map(endsOf))
  const isGone = new Set(removedEdges.map(endsOf))
  return {
    // Cards need no config: it would travel to the browser for nothing.
    graph: { steps: steps.map((step) => ({ ...step, config: {} })), edges },
    nodes: Object.fromEntries([
      ...added.map(({ id }) => [id, 'added'] as const),
      ...removed.map(({ id }) => [id, 'removed'] as const),
      ...changed.map(({ after: { id } }) => [id, 'changed'] as const),
    ]),
    edges: Object.fromEntries(
      edges.flatMap((edge): [string, Mark][] => {
        const ends = endsOf(edge)
        return isNew.has(ends)
          ? [[edge.id, 'added']]
          : isGone.has(ends)
            ? [[edge.id, 'removed']]
            : []
      }),
    ),
  }
}

/** Ids of edges may be the same in both flows while the edges are not. */
const unique = (edge: GraphEdge, when: 'gone' | 'now'): GraphEdge => ({
  ...edge,
  id: `${when}:${edge.id}`,
})
