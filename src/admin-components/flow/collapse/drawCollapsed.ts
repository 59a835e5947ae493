import type { GraphEdge } from '../../../plugins/workflows/graph/types.js'
import type { FlowGraph, FlowStep } from '../types.js'
import type { CollapsedFlow, Stack } from './collapseFinished.js'

import { closeGaps } from './closeGaps.js'

export interface PlacedStack extends Stack {
  position: { x: number; y: number }
  /** The node in whose place it stands. */
  standsFor: string
}

export interface DrawnFlow {
  /** Without what is in stacks. Its edges lead from and to stacks as well. */
  graph: FlowGraph
  stacks: PlacedStack[]
  stackOf: CollapsedFlow['stackOf']
}

/** Stacks where one of their nodes stood, edges to them, and the room closed that has become free. */
export function drawCollapsed({
  graph,
  collapsed: { stacks, stackOf },
}: {
  graph: FlowGraph
  collapsed: CollapsedFlow
}): DrawnFlow {
  if (stacks.length === 0) return { graph, stacks: [], stackOf }
  const byId = new Map(graph.steps.map((step) => [step.id, step]))
  const rest = graph.steps.filter(({ id }) => !stackOf.has(id))
  const placed = stacks.map((stack) => placeStack(stack, byId))
  const at = closeGaps([...rest, ...placed])
  const moved = <Card extends { id: string; position: { x: number; y: number } }>(card: Card) => {
    const position = at.get(card.id) ?? card.position
    const { x, y } = card.position
    return position.x === x && position.y === y ? card : { ...card, position }
  }
  return {
    graph: { steps: rest.map(moved), edges: edgesOf({ edges: graph.edges, stackOf }) },
    stacks: placed.map(moved),
    stackOf,
  }
}

/** Where its last node was: what comes next is beside it, and nothing else stands there. */
function placeStack(stack: Stack, byId: ReadonlyMap<string, FlowStep>): PlacedStack {
  const steps = stack.nodeIds.flatMap((id) => byId.get(id) ?? [])
  const middle = steps.reduce((sum, { position }) => sum + position.y, 0) / steps.length
  const last = Math.max(...steps.map(({ position }) => position.x))
  const [place] = steps
    .filter(({ position }) => position.x === last)
    .sort((a, b) => Math.abs(a.position.y - middle) - Math.abs(b.position.y - middle))
  return {
    ...stack,
    position: place?.position ?? { x: 0, y: 0 },
    standsFor: place?.id ?? '',
  }
}

function edgesOf({
  edges,
  stackOf,
}: {
  edges: readonly GraphEdge[]
  stackOf: CollapsedFlow['stackOf']
}): GraphEdge[] {
  const drawn = new Map<string, GraphEdge>()
  for (const edge of edges) {
    const from = stackOf.get(edge.source)
    const to = stackOf.get(edge.target)
    if (!from && !to) {
      drawn.set(edge.id, edge)
      continue
    }
    if (from === to) continue
    const source = from?.id ?? edge.source
    const target = to?.id ?? edge.target
    // A stack has one way out, whatever its nodes had.
    const handle = from ? {} : { sourceHandle: edge.sourceHandle }
    const id = [source, from ? '' : (edge.sourceHandle ?? ''), target].join('>')
    drawn.set(id, { id, source, target, ...handle })
  }
  return [...drawn.values()]
}
