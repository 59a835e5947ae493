import type { GraphEdge, GraphNode } from '../../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../../plugins/workflows/nodes/defineNode.js'
import type { Translate } from '../../../shared/useWorkflowsTranslation.js'
import type { CanvasEdge, Drawn } from '../nodes/types.js'

import { keepSame } from '../nodes/keepSame.js'
import { UNKNOWN_PORTS } from '../nodes/ports.js'

/**
 * The edges that React Flow draws: those of `shown`. What did not change stays the same object; `edges` is
 * what React Flow holds.
 */
export function drawEdges({
  state: { document, selection, problems },
  edges,
  shown,
  specs,
  t,
}: {
  state: Drawn
  edges: CanvasEdge[]
  shown: ReadonlySet<string>
  specs: ReadonlyMap<string, NodeSpec>
  t: Translate
}): CanvasEdge[] {
  const { graph } = document
  if (shown.size === 0) return edges.length === 0 ? edges : []
  const held = new Map(edges.map((edge) => [edge.id, edge]))
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const selectedNodes = new Set(selection.nodes)
  const selectedEdges = new Set(selection.edges)
  const refused = new Set(problems.map(({ edgeId }) => edgeId))
  const seen = new Set<string>()
  const leaving = countBy(graph.edges.map(({ source }) => source))
  const drawn = graph.edges.flatMap((edge): CanvasEdge[] => {
    if (!shown.has(edge.id)) return []
    const [from, to] = [nodes.get(edge.source), nodes.get(edge.target)]
    // An edge without an end, or a second one of its id, is a problem in the list, not a line.
    if (!from || !to || seen.has(edge.id)) return []
    seen.add(edge.id)
    const ends = endsOf({ edge, from, to, specs })
    const isTouched = selectedNodes.has(edge.source) || selectedNodes.has(edge.target)
    const isRefused = refused.has(edge.id)
    const isLane = from.type === 'parallel' && (leaving.get(from.id) ?? 0) > 1
    const ariaLabel = nameEdge({ edge, from, to, specs, t })
    const isSelected = selectedEdges.has(edge.id)
    const known = held.get(edge.id)
    const isSame =
      known?.source === edge.source &&
      known.target === edge.target &&
      known.sourceHandle === ends.sourceHandle &&
      known.targetHandle === ends.targetHandle &&
      known.selected === isSelected &&
      known.data?.isTouched === isTouched &&
      known.data.isRefused === isRefused &&
      known.data.isLane === isLane &&
      known.ariaLabel === ariaLabel
    if (known && isSame) return [known]
    const { id, source, target } = edge
    const data = { isTouched, isRefused, isLane }
    const more = { ...ends, data, selected: isSelected, ariaLabel, domAttributes: { tabIndex: -1 } }
    return [{ id, type: 'line', source, target, focusable: true, ariaRole: 'group', ...more }]
  })
  return keepSame(edges, drawn)
}

/** An edge that names no handle uses the first one, as the engine reads it. */
function endsOf({
  edge,
  from,
  to,
  specs,
}: {
  edge: GraphEdge
  from: GraphNode
  to: GraphNode
  specs: ReadonlyMap<string, NodeSpec>
}): { sourceHandle: string; targetHandle: string } {
  const outputs = specs.get(from.type)?.outputs ?? UNKNOWN_PORTS.outputs
  const inputs = specs.get(to.type)?.inputs ?? UNKNOWN_PORTS.inputs
  const sourceHandle = edge.sourceHandle ?? 'out'
  const targetHandle = edge.targetHandle ?? 'in'
  const has = (ports: readonly { id: string }[], wanted: string) =>
    ports.some(({ id }) => id === wanted)
  return {
    sourceHandle: has(outputs, sourceHandle) ? sourceHandle : (outputs[0]?.id ?? sourceHandle),
    targetHandle: has(inputs, targetHandle) ? targetHandle : (inputs[0]?.id ?? targetHandle),
  }
}

function nameEdge({
  edge,
  from,
  to,
  specs,
  t,
}: {
  edge: GraphEdge
  from: GraphNode
  to: GraphNode
  specs: ReadonlyMap<string, NodeSpec>
  t: Translate
}): string {
  const outputs = specs.get(from.type)?.outputs ?? []
  const branch = outputs.length > 1 ? outputs.find(({ id }) => id === edge.sourceHandle) : undefined
  const own = branch && from.config[`${branch.id}Label`]
  const label = typeof own === 'string' && own !== '' ? own : branch?.label
  const names = { from: from.label || from.id, to: to.label || to.id }
  return label
    ? t('builder:edgeNamedBranch', { ...names, branch: label })
    : t('builder:edgeNamed', names)
}

function countBy(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
