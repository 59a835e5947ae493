import type { WordKey } from '../../../../plugins/workflows/translations/types.js'
import type { WorkflowGraph } from '../../../../plugins/workflows/graph/types.js'

interface Sentence {
  key: WordKey
  variables: Record<string, number | string>
}

/** What an edit did, as a sentence; null when nothing came, went or was connected. */
export function describeChange({
  before,
  after,
}: {
  before: WorkflowGraph
  after: WorkflowGraph
}): Sentence | null {
  const added = missingIn(before.nodes, after.nodes)
  const removed = missingIn(after.nodes, before.nodes)
  if (added.length > 0 && removed.length > 0) return null
  if (added.length > 0) return named({ one: 'builder:added', more: 'builder:addedMany', of: added })
  if (removed.length > 0) {
    return named({ one: 'builder:removed', more: 'builder:removedMany', of: removed })
  }
  const [line] = missingIn(before.edges, after.edges)
  if (line) return { key: 'builder:connected', variables: namesOf(after, line) }
  const [gone] = missingIn(after.edges, before.edges)
  if (gone) return { key: 'builder:disconnected', variables: namesOf(before, gone) }
  const notes = (after.notes?.length ?? 0) - (before.notes?.length ?? 0)
  if (notes === 0) return null
  return { key: notes > 0 ? 'builder:noteAdded' : 'builder:noteRemoved', variables: {} }
}

function named({
  one,
  more,
  of,
}: {
  one: WordKey
  more: WordKey
  of: { label: string }[]
}): Sentence {
  const [first, ...others] = of
  return others.length === 0
    ? { key: one, variables: { name: first?.label ?? '' } }
    : { key: more, variables: { count: of.length } }
}

const namesOf = (graph: WorkflowGraph, edge: { source: string; target: string }) => {
  const nameOf = (wanted: string) => graph.nodes.find(({ id }) => id === wanted)?.label ?? wanted
  return { from: nameOf(edge.source), to: nameOf(edge.target) }
}

/** Those of `inside` that `list` does not have. Quick where nothing changed at all. */
function missingIn<Part extends { id: string }>(
  list: readonly Part[],
  inside: readonly Part[],
): Part[] {
  if (list === inside) return []
  const ids = new Set(list.map(({ id }) => id))
  return inside.filter(({ id }) => !ids.has(id))
}
