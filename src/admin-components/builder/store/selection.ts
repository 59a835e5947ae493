import type { BuilderDocument, Selection } from './types.js'

export const EMPTY_SELECTION: Selection = { nodes: [], edges: [], notes: [] }

/** The same object when nothing changes, so that a click on what is selected draws nothing. */
export function mergeSelection(before: Selection, changes: Partial<Selection>): Selection {
  const merged = { ...before, ...changes }
  const isSame = KINDS.every((kind) => isSameList(before[kind], merged[kind]))
  return isSame ? before : merged
}

/** Without what is not there any more. */
export function keepSelectable({
  selection,
  document: { graph },
}: {
  selection: Selection
  document: BuilderDocument
}): Selection {
  const keep = (ids: readonly string[], parts: { id: string }[]) => {
    if (ids.length === 0) return ids
    const there = new Set(parts.map(({ id }) => id))
    const kept = ids.filter((id) => there.has(id))
    return kept.length === ids.length ? ids : kept
  }
  return mergeSelection(selection, {
    nodes: keep(selection.nodes, graph.nodes),
    edges: keep(selection.edges, graph.edges),
    notes: keep(selection.notes, graph.notes),
  })
}

const KINDS = ['nodes', 'edges', 'notes'] as const

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, at) => id === b[at]))
}
