import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit } from '../store/types.js'

import { moveParts } from './moveParts.js'
import { nodeSize, type Size } from './nodeSize.js'

/** Between columns an edge needs room to bend and to carry a branch's name; rows as in the picture. */
const COLUMN_GAP = 80
const ROW_GAP = 40

/**
 * Lays the workflow out from left to right, branches in the order of their ports (yes above no). The
 * layout engine is loaded when it is first wanted.
 */
export async function tidyGraph({
  document,
  specs,
  sizes,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  sizes?: ReadonlyMap<string, Size>
}): Promise<Edit> {
  const { default: dagre } = await import('@dagrejs/dagre')
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'LR', ranksep: COLUMN_GAP, nodesep: ROW_GAP })
  graph.setDefaultEdgeLabel(() => ({}))
  const sizeOf = new Map(
    document.graph.nodes.map((node) => [
      node.id,
      sizes?.get(node.id) ?? nodeSize({ node, spec: specs.get(node.type) }),
    ]),
  )
  for (const [id, size] of sizeOf) graph.setNode(id, { ...size })
  for (const { id, source, target } of edgesInOrder({ document, specs })) {
    if (sizeOf.has(source) && sizeOf.has(target)) graph.setEdge(source, target, {}, id)
  }
  dagre.layout(graph, { constraints: orderBranches({ document, specs }) })
  const places = new Map<string, { x: number; y: number }>()
  for (const [id, { width, height }] of sizeOf) {
    const placed: { x?: number; y?: number } = graph.node(id)
    places.set(id, { x: (placed.x ?? 0) - width / 2, y: (placed.y ?? 0) - height / 2 })
  }
  return moveParts({ nodes: places })
}

/** By port: dagre starts from the order it is given. */
function edgesInOrder({
  document: { graph },
  specs,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
}) {
  const typeOf = new Map(graph.nodes.map(({ id, type }) => [id, type]))
  const rank = ({ source, sourceHandle = 'out' }: (typeof graph.edges)[number]) => {
    const outputs = specs.get(typeOf.get(source) ?? '')?.outputs ?? []
    return outputs.findIndex(({ id }) => id === sourceHandle)
  }
  return [...graph.edges].sort((a, b) => rank(a) - rank(b))
}

/**
 * Which branch stands above which. Without it dagre takes the first of two orders that cross as often.
 * It leaves nodes out that are told to be above each other, so a second opinion is not asked for.
 */
function orderBranches({
  document: { graph },
  specs,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
}): { left: string; right: string }[] {
  const pairs: { left: string; right: string }[] = []
  const below = new Map<string, Set<string>>()
  const isBelow = (upper: string, lower: string): boolean => {
    const seen = new Set([upper])
    for (const id of seen) for (const next of below.get(id) ?? []) seen.add(next)
    return seen.has(lower)
  }
  for (const { id, type } of graph.nodes) {
    const outputs = specs.get(type)?.outputs ?? []
    if (outputs.length < 2) continue
    const first = outputs.map((port) =>
      graph.edges.find((edge) => edge.source === id && edge.sourceHandle === port.id),
    )
    const targets = first.flatMap((edge) => (edge ? [edge.target] : []))
    for (const [at, right] of targets.entries()) {
      const left = targets[at - 1]
      if (left === undefined || isBelow(right, left)) continue
      pairs.push({ left, right })
      below.set(left, new Set([...(below.get(left) ?? []), right]))
    }
  }
  return pairs
}
