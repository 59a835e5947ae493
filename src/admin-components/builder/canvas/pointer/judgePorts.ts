import type { NodeSpec } from '../../../../plugins/workflows/nodes/defineNode.js'
import type { Ends } from '../../edits/index.js'
import type { BuilderDocument } from '../../store/types.js'
import type { Connecting, Outlet } from '../session/session.js'

import { checkConnection } from '../../edits/index.js'
import { UNKNOWN_PORTS } from '../nodes/ports.js'
import { portKey } from '../session/session.js'

/** The edge between two outlets, whichever of them the hand started from. */
export const endsBetween = (from: Outlet, to: { nodeId: string; handleId: string }): Ends =>
  from.side === 'source'
    ? {
        source: from.nodeId,
        sourceHandle: from.handleId,
        target: to.nodeId,
        targetHandle: to.handleId,
      }
    : {
        source: to.nodeId,
        sourceHandle: to.handleId,
        target: from.nodeId,
        targetHandle: from.handleId,
      }

/** Asks of every port once, when a connection begins: while it is dragged nothing is computed. */
export function judgePorts({
  document,
  specs,
  from,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  from: Outlet
}): Connecting {
  const verdicts = new Map<string, string | null>()
  const fitting = new Set<string>()
  for (const { id, type } of document.graph.nodes) {
    const { inputs, outputs } = specs.get(type) ?? UNKNOWN_PORTS
    for (const port of from.side === 'source' ? inputs : outputs) {
      const ends = endsBetween(from, { nodeId: id, handleId: port.id })
      const check = checkConnection({ document, specs, ...ends })
      verdicts.set(portKey(id, port.id), check.ok ? null : check.reason)
      if (check.ok) fitting.add(id)
    }
  }
  return { from, verdicts, fitting }
}

/** Node types that could stand at the other end, for the list that opens where nothing was hit. */
export function fittingTypes({
  document,
  specs,
  from,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  from: Outlet
}): NodeSpec[] {
  return [...specs.values()].filter((spec) => portForNew({ document, specs, from, spec }) !== null)
}

/** First port of a new node of this type that the outlet can be connected with. */
export function portForNew({
  document,
  specs,
  from,
  spec,
}: {
  document: BuilderDocument
  specs: ReadonlyMap<string, NodeSpec>
  from: Outlet
  spec: NodeSpec
}): string | null {
  const ports = from.side === 'source' ? spec.inputs : spec.outputs
  const { graph } = document
  // Not a legal id, so it cannot meet one that is there.
  const node = { id: ' new', type: spec.type, label: spec.label, position: ZERO, config: {} }
  const withNode = { ...document, graph: { ...graph, nodes: [...graph.nodes, node] } }
  const fits = ports.find(
    ({ id }) =>
      checkConnection({
        document: withNode,
        specs,
        ...endsBetween(from, { nodeId: node.id, handleId: id }),
      }).ok,
  )
  return fits?.id ?? null
}

const ZERO = { x: 0, y: 0 }
