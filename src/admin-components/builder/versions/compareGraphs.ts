import type {
  GraphEdge,
  GraphNode,
  JsonValue,
  WorkflowGraph,
} from '../../../plugins/workflows/graph/types.js'

import { canonicalJson } from '../../../plugins/workflows/graph/canonicalJson.js'

/** One setting that is not what it was. `undefined` = it was not there. */
export interface SettingChange {
  key: string
  before: JsonValue | undefined
  after: JsonValue | undefined
}

export interface ChangedNode {
  before: GraphNode
  after: GraphNode
  renamed: boolean
  retyped: boolean
  renoted: boolean
  settings: SettingChange[]
}

export interface GraphComparison {
  added: GraphNode[]
  removed: GraphNode[]
  changed: ChangedNode[]
  addedEdges: GraphEdge[]
  removedEdges: GraphEdge[]
}

/**
 * What became of a flow. Steps are the same by their id; where they stand on the canvas is no change, and
 * neither is the order in which the database gives back their keys.
 */
export function compareGraphs({
  before,
  after,
}: {
  before: WorkflowGraph
  after: WorkflowGraph
}): GraphComparison {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const now = new Set(after.nodes.map(({ id }) => id))
  const edgesBefore = byEnds(before.edges)
  const edgesAfter = byEnds(after.edges)
  return {
    added: after.nodes.filter(({ id }) => !old.has(id)),
    removed: before.nodes.filter(({ id }) => !now.has(id)),
    changed: after.nodes.flatMap((node) => {
      const known = old.get(node.id)
      const change = known && compareNodes({ before: known, after: node })
      return change ? [change] : []
    }),
    addedEdges: [...edgesAfter].flatMap(([ends, edge]) => (edgesBefore.has(ends) ? [] : [edge])),
    removedEdges: [...edgesBefore].flatMap(([ends, edge]) => (edgesAfter.has(ends) ? [] : [edge])),
  }
}

export const isSameFlow = ({
  added,
  removed,
  changed,
  addedEdges,
  removedEdges,
}: GraphComparison): boolean =>
  [added, removed, changed, addedEdges, removedEdges].every((list) => list.length === 0)

/** By what they connect: an edge that was drawn anew is the same edge. */
const byEnds = (edges: readonly GraphEdge[]): Map<string, GraphEdge> =>
  new Map(edges.map((edge) => [endsOf(edge), edge]))

export const endsOf = ({ source, sourceHandle, target, targetHandle }: GraphEdge): string =>
  [source, sourceHandle ?? 'out', target, targetHandle ?? 'in'].join(' ')

function compareNodes({
  before,
  after,
}: {
  before: GraphNode
  after: GraphNode
}): ChangedNode | null {
  const settings = compareConfigs(before.config, after.config)
  const renamed = before.label !== after.label
  const retyped = before.type !== after.type
  const renoted = (before.notes ?? '') !== (after.notes ?? '')
  const isSame = settings.length === 0 && !renamed && !retyped && !renoted
  return isSame ? null : { before, after, renamed, retyped, renoted, settings }
}

function compareConfigs(
  before: GraphNode['config'] | undefined,
  after: GraphNode['config'] | undefined,
): SettingChange[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...keys].sort().flatMap((key) => {
    const change = { key, before: before?.[key], after: after?.[key] }
    return same(change.before, change.after) ? [] : [change]
  })
}

const same = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  canonicalJson({ value: a ?? null }) === canonicalJson({ value: b ?? null })
