import type {
  CanvasNote,
  GraphNode,
  GraphProblem,
} from '../../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../../plugins/workflows/nodes/defineNode.js'
import type { SayProblem } from '../../../../plugins/workflows/translations/problemTexts/createSayProblem.js'
import type { Translate } from '../../../shared/useWorkflowsTranslation.js'
import type { CanvasNode, Drawn, NoteElement, StepData, StepElement } from './types.js'

import { describeFlow } from '../../../flow/describeFlow.js'
import { nodeSize } from '../../edits/nodeSize.js'
import { keepSame } from './keepSame.js'
import { placed } from './placed.js'
import { handlesOf, UNKNOWN_PORTS } from './ports.js'
import { noteElementId } from './types.js'

/**
 * Turns the document into the cards that React Flow draws. What did not change stays the same object, so
 * that only what did is drawn again. `nodes` is what React Flow holds: it knows sizes, and places of a drag.
 */
export function createCardDrawer({
  specs,
  t,
  sayProblem,
}: {
  specs: ReadonlyMap<string, NodeSpec>
  t: Translate
  sayProblem: SayProblem
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
      size: nodeSize({ node, spec }),
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
    return placed({
      measured: data.size,
      handles: handlesOf(data),
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
      ariaLabel: nameStep({ data, t, sayProblem }),
    })
  }

  return ({ state, nodes }: { state: Drawn; nodes: CanvasNode[] }): CanvasNode[] => {
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
    return keepSame(nodes, [...notes, ...steps])
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
  return placed({
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
  })
}

function nameStep({
  data,
  t,
  sayProblem,
}: {
  data: StepData
  t: Translate
  sayProblem: SayProblem
}): string {
  const { step, problems, typeLabel } = data
  const wrong = [
    t('builder:problems', { count: problems.length }),
    ...problems.map((problem) => sayProblem(problem)),
  ]
  return [step.label, typeLabel, step.summary, ...(problems.length > 0 ? wrong : [])]
    .filter(Boolean)
    .join('. ')
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
