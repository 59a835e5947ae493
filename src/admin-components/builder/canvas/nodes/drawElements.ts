import type {
  CanvasNote,
  GraphEdge,
  GraphNode,
  GraphProblem,
} from '../../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../../plugins/workflows/nodes/defineNode.js'
import type { Translate } from '../../../shared/useWorkflowsTranslation.js'
import type { BuilderState } from '../../store/types.js'
import type { CanvasEdge, CanvasNode, NoteElement, StepData, StepElement } from './types.js'

import { describeFlow } from '../../../flow/describeFlow.js'
import { nodeSize } from '../../edits/nodeSize.js'
import { handlesOf, UNKNOWN_PORTS } from './ports.js'
import { noteElementId } from './types.js'

type Drawn = Pick<BuilderState, 'document' | 'selection' | 'problems'>

/**
 * Turns the document into what React Flow draws. What did not change stays the same object, so that only
 * what did is drawn again. `current` is what React Flow holds: it knows sizes, and places of a drag.
 */
export function createElementDrawer({
  specs,
  t,
}: {
  specs: ReadonlyMap<string, NodeSpec>
  t: Translate
}) {
  const cards = new Map<string, { source: GraphNode; key: string; data: StepData }>()
  let oldProblems: { list: readonly GraphProblem[]; byNode: Map<string, readonly GraphProblem[]> }

  const problemsByNode = (list: readonly GraphProblem[]) => {
    if (oldProblems?.list !== list) oldProblems = { list, byNode: groupByNode(list) }
    return oldProblems.byNode
  }

  const dataOf = (
    node: GraphNode,
    problems: readonly GraphProblem[],
    isRoot: boolean,
  ): StepData => {
    const key = `${isRoot} ${problems.map(({ message }) => message).join('\n')}`
    const known = cards.get(node.id)
    if (known?.key === key && hasSameWords(known.source, node)) return known.data
    const spec = specs.get(node.type)
    const { steps } = describeFlow({ graph: { nodes: [node], edges: [] }, specs })
    const [step] = steps
    if (!step) throw new Error('payload-workflows: describeFlow left a node out.')
    const data: StepData = {
      step,
      problems,
      inputs: spec?.inputs ?? UNKNOWN_PORTS.inputs,
      outputs: spec?.outputs ?? UNKNOWN_PORTS.outputs,
      isRoot,
      typeLabel: spec?.label ?? node.type,
    }
    cards.set(node.id, { source: node, key, data })
    return data
  }

  const drawStep = (args: {
    node: GraphNode
    data: StepData
    isSelected: boolean
    current: CanvasNode | undefined
  }): StepElement => {
    const { node, data, isSelected, current } = args
    const known = current?.type === 'step' ? current : undefined
    const position = known?.dragging || isAt(known, node) ? known!.position : node.position
    if (known?.data === data && known.selected === isSelected && known.position === position) {
      return known
    }
    const size = nodeSize({ node, spec: specs.get(node.type) })
    return {
      measured: size,
      handles: handlesOf({ ...data, size }),
      // The keyboard walks them in flow order (keys/walk.ts); the browser would take the order of the page.
      domAttributes: { tabIndex: -1 },
      ariaRole: 'group',
      focusable: true,
      ...known,
      id: node.id,
      type: 'step',
      position,
      data,
      selected: isSelected,
      ariaLabel: nameStep({ data, t }),
    }
  }

  return ({ state, nodes, edges }: { state: Drawn; nodes: CanvasNode[]; edges: CanvasEdge[] }) => {
    const { graph } = state.document
    const held = new Map(nodes.map((node) => [node.id, node]))
    const selected = new Set(state.selection.nodes)
    const selectedNotes = new Set(state.selection.notes)
    const problems = problemsByNode(state.problems)
    const reached = new Set(graph.edges.map(({ target }) => target))
    const notes = graph.notes.map((note) =>
      drawNote({ note, isSelected: selectedNotes.has(note.id), held, t }),
    )
    const steps = graph.nodes.map((node) =>
      drawStep({
        node,
        data: dataOf(node, problems.get(node.id) ?? NONE, !reached.has(node.id)),
        isSelected: selected.has(node.id),
        current: held.get(node.id),
      }),
    )
    return {
      nodes: keepSame(nodes, [...notes, ...steps]),
      edges: keepSame(edges, drawEdges({ state, edges, specs, t })),
    }
  }
}

const NONE: readonly GraphProblem[] = []

function drawNote({
  note,
  isSelected,
  held,
  t,
}: {
  note: CanvasNote
  isSelected: boolean
  held: ReadonlyMap<string, CanvasNode>
  t: Translate
}): NoteElement {
  const id = noteElementId(note.id)
  const found = held.get(id)
  const known = found?.type === 'note' ? found : undefined
  if (known?.data.note === note && known.selected === isSelected) return known
  const position = known?.dragging ? known.position : note.position
  return {
    domAttributes: { tabIndex: -1 },
    ariaRole: 'group',
    focusable: true,
    zIndex: -1,
    ...known,
    ...(known?.data.note === note
      ? {}
      : { width: note.size.width, height: note.size.height, measured: { ...note.size } }),
    id,
    type: 'note',
    position,
    data: { note },
    selected: isSelected,
    ariaLabel: t('builder:noteNamed', { text: note.text || t('builder:noteEmpty') }),
  }
}

function drawEdges({
  state: { document, selection, problems },
  edges,
  specs,
  t,
}: {
  state: Drawn
  edges: CanvasEdge[]
  specs: ReadonlyMap<string, NodeSpec>
  t: Translate
}): CanvasEdge[] {
  const { graph } = document
  const held = new Map(edges.map((edge) => [edge.id, edge]))
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const selectedNodes = new Set(selection.nodes)
  const selectedEdges = new Set(selection.edges)
  const refused = new Set(problems.map(({ edgeId }) => edgeId))
  const seen = new Set<string>()
  const leaving = countBy(graph.edges.map(({ source }) => source))
  return graph.edges.flatMap((edge): CanvasEdge[] => {
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

function nameStep({ data, t }: { data: StepData; t: Translate }): string {
  const { step, problems, typeLabel } = data
  const wrong = [
    t('builder:problems', { count: problems.length }),
    ...problems.map(({ message }) => message),
  ]
  return [step.label, typeLabel, step.summary, ...(problems.length > 0 ? wrong : [])]
    .filter(Boolean)
    .join('. ')
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

function groupByNode(problems: readonly GraphProblem[]): Map<string, readonly GraphProblem[]> {
  const groups = new Map<string, GraphProblem[]>()
  for (const problem of problems) {
    if (problem.nodeId === undefined) continue
    const group = groups.get(problem.nodeId)
    if (group) group.push(problem)
    else groups.set(problem.nodeId, [problem])
  }
  return groups
}

const hasSameWords = (a: GraphNode, b: GraphNode): boolean =>
  a === b || (a.type === b.type && a.label === b.label && a.config === b.config)

const isAt = (element: CanvasNode | undefined, { position }: GraphNode): boolean =>
  element?.position.x === position.x && element.position.y === position.y

/** The old list when nothing in it changed. */
function keepSame<Item>(before: Item[], after: Item[]): Item[] {
  return before.length === after.length && after.every((item, at) => item === before[at])
    ? before
    : after
}
