import type { NodeSpec } from '../../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderHandle } from '../../context.js'
import type { BuilderDocument, Edit } from '../../store/types.js'
import type { CanvasSession, Outlet, Point } from '../session/session.js'

import {
  addNode,
  checkInsertion,
  connect,
  insertOnEdge,
  newNode,
  nodeSize,
} from '../../edits/index.js'
import { endsBetween, portForNew } from '../pointer/judgePorts.js'
import { say } from '../session/session.js'
import { focusElement } from './focusElement.js'

/** From the end of a card to the start of the next one, as tidyGraph leaves it. */
const GAP = 80
const STEP_DOWN = 80

/**
 * Adds a node of a type: between two others, behind an outlet, or behind what is selected when that fits.
 * One undo takes back the node and its connections.
 */
export function addStep({
  handle,
  session,
  spec,
  position,
  from,
  onEdge,
}: {
  handle: BuilderHandle
  session: CanvasSession
  spec: NodeSpec
  /** Absent: to the right of what is selected, else in the middle of what one sees. */
  position?: Point
  from?: Outlet
  onEdge?: string
}): void {
  const { store, specs } = handle
  const { document } = store.getState()
  const origin = from ?? (position || onEdge ? undefined : outletOfSelection({ handle, spec }))
  const place = position ?? placeOf({ handle, spec, document, origin })
  const node = newNode({ document, spec, position: place })
  if (onEdge !== undefined) {
    const check = checkInsertion({ document, specs, edgeId: onEdge, node })
    if (!check.ok) {
      session.refusal.set({ text: check.reason, at: session.pointer.get() ?? MIDDLE })
      say(session, check.reason)
      return
    }
  }
  const steps: Edit[] =
    onEdge === undefined ? [addNode(node)] : [insertOnEdge({ edgeId: onEdge, node, specs })]
  const port = origin && portForNew({ document, specs, from: origin, spec })
  if (origin && port) {
    steps.push(connect(endsBetween(origin, { nodeId: node.id, handleId: port })))
  }
  store.apply((before) => steps.reduce((current, edit) => edit(current), before), {
    select: { nodes: [node.id], edges: [], notes: [] },
  })
  const placed = store.getState().document.graph.nodes.find(({ id }) => id === node.id) ?? node
  handle.canvas.current?.bringIntoView({ ...placed.position, ...nodeSize({ node: spec, spec }) })
  focusElement(node.id)
}

const MIDDLE = { x: 0, y: 0 }

/** The port of the one selected node that the new one would follow. */
function outletOfSelection({
  handle: { store, specs },
  spec,
}: {
  handle: BuilderHandle
  spec: NodeSpec
}): Outlet | undefined {
  const { document, selection } = store.getState()
  const [nodeId, ...others] = selection.nodes
  const node = document.graph.nodes.find(({ id }) => id === nodeId)
  if (!node || others.length > 0) return undefined
  const taken = new Set(
    document.graph.edges.flatMap(({ source, sourceHandle }) =>
      source === node.id ? [sourceHandle ?? 'out'] : [],
    ),
  )
  const outlets = (specs.get(node.type)?.outputs ?? []).map(({ id }): Outlet => ({
    nodeId: node.id,
    handleId: id,
    side: 'source',
  }))
  const fits = outlets.filter((from) => portForNew({ document, specs, from, spec }) !== null)
  // The branch that leads nowhere yet, before one that does.
  return fits.find(({ handleId }) => !taken.has(handleId)) ?? fits[0]
}

function placeOf({
  handle,
  spec,
  document,
  origin,
}: {
  handle: BuilderHandle
  spec: NodeSpec
  document: BuilderDocument
  origin: Outlet | undefined
}): Point {
  const size = nodeSize({ node: spec, spec })
  const before = origin && document.graph.nodes.find(({ id }) => id === origin.nodeId)
  const middle = handle.canvas.current?.middle() ?? MIDDLE
  const start = before
    ? {
        x:
          before.position.x +
          nodeSize({ node: before, spec: handle.specs.get(before.type) }).width +
          GAP,
        y: before.position.y,
      }
    : { x: middle.x - size.width / 2, y: middle.y - size.height / 2 }
  return freePlace({ start, document })
}

/** Down from `start` until nothing lies there. */
function freePlace({ start, document }: { start: Point; document: BuilderDocument }): Point {
  const place = { ...start }
  const isTaken = () =>
    document.graph.nodes.some(
      ({ position: { x, y } }) => Math.abs(x - place.x) < 240 && Math.abs(y - place.y) < 64,
    )
  while (isTaken()) place.y += STEP_DOWN
  return place
}
