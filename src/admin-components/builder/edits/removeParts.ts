import type { GraphEdge } from '../../../plugins/workflows/graph/types.js'
import type { NodeSpec } from '../../../plugins/workflows/nodes/defineNode.js'
import type { BuilderDocument, Edit, Selection } from '../store/types.js'

import { connect, type Ends } from './connect.js'
import { checkConnection } from './connectionCheck.js'
import { replaceParts } from './replaceParts.js'

/**
 * Takes parts away. Where nodes stood in between, what came before them now leads to what came after,
 * as far as there is one way to read that and the connection is allowed. Only edges and notes need no
 * `specs`; without, nothing is connected.
 */
export const removeParts =
  ({
    nodes = [],
    edges = [],
    notes = [],
    specs,
  }: Partial<Selection> & { specs?: ReadonlyMap<string, NodeSpec> }): Edit =>
  (document) => {
    const { graph } = document
    const goneNodes = new Set(nodes)
    const goneEdges = new Set(edges)
    const goneNotes = new Set(notes)
    const stays = ({ id, source, target }: GraphEdge) =>
      !goneEdges.has(id) && !goneNodes.has(source) && !goneNodes.has(target)
    const removed = replaceParts(document, {
      nodes: graph.nodes.filter(({ id }) => !goneNodes.has(id)),
      edges: graph.edges.filter(stays),
      notes: graph.notes.filter(({ id }) => !goneNotes.has(id)),
    })
    if (!specs) return removed
    const bridges = findBridges({ document, goneNodes, goneEdges, specs })
    return bridges.reduce(
      (current, ends) =>
        checkConnection({ document: current, specs, ...ends }).ok
          ? connect(ends)(current)
          : current,
      removed,
    )
  }

/** One connected piece of what goes: the edges that lead into it and out of it. */
interface Piece {
  into: GraphEdge[]
  out: GraphEdge[]
  isAmbiguous: boolean
}

function findBridges({
  document: { graph },
  goneNodes,
  goneEdges,
  specs,
}: {
  document: BuilderDocument
  goneNodes: ReadonlySet<string>
  goneEdges: ReadonlySet<string>
  specs: ReadonlyMap<string, NodeSpec>
}): Ends[] {
  // An edge that is removed by itself does not count as a way.
  const edges = graph.edges.filter(({ id }) => !goneEdges.has(id))
  const typeOf = new Map(graph.nodes.map(({ id, type }) => [id, type]))
  const hasBranches = (id: string) => (specs.get(typeOf.get(id) ?? '')?.outputs.length ?? 0) > 1

  return groupConnected({ ids: goneNodes, edges }).flatMap((members): Ends[] => {
    const piece: Piece = { into: [], out: [], isAmbiguous: false }
    for (const edge of edges) {
      const [leaves, arrives] = [members.has(edge.source), members.has(edge.target)]
      if (leaves && !arrives) piece.out.push(edge)
      else if (arrives && !leaves) piece.into.push(edge)
      // Which of its branches goes on, nobody can say but who draws.
      if (leaves && hasBranches(edge.source)) piece.isAmbiguous = true
    }
    const isPlain = new Set(piece.into.map(({ source }) => source)).size === 1
    const isJoin = new Set(piece.out.map(({ target }) => target)).size === 1
    if (piece.isAmbiguous || (!isPlain && !isJoin)) return []
    return piece.into.flatMap(({ source, sourceHandle }) =>
      piece.out.map(({ target, targetHandle }) => ({ source, sourceHandle, target, targetHandle })),
    )
  })
}

/** Sorts what goes into pieces that hang together. */
function groupConnected({
  ids,
  edges,
}: {
  ids: ReadonlySet<string>
  edges: GraphEdge[]
}): Set<string>[] {
  const near = new Map([...ids].map((id) => [id, new Set<string>()]))
  for (const { source, target } of edges) {
    if (!ids.has(source) || !ids.has(target)) continue
    near.get(source)?.add(target)
    near.get(target)?.add(source)
  }
  const groups: Set<string>[] = []
  const seen = new Set<string>()
  for (const id of ids) {
    if (seen.has(id)) continue
    const group = new Set([id])
    for (const member of group) {
      seen.add(member)
      for (const other of near.get(member) ?? []) group.add(other)
    }
    groups.push(group)
  }
  return groups
}
