import type { GraphIndex } from './graphIndex.js'
import type { NodeReference, NodeRulesMap } from './types.js'

import { neighbours } from './graphIndex.js'
import { findComponents } from './components.js'

/** What a node can be a source of. */
export type SourceKind = NodeReference['needs']

/** Who yields which items, and where a node finds those it works on. */
export interface ItemFlow {
  /** Whether the items a node offers are, or may be, of this kind. */
  offers: (args: { node: number; kind: SourceKind }) => boolean
  /** The nearest nodes before `of` that offer the kind, in the order of the graph. */
  nearestSources: (args: { of: number; kind: SourceKind }) => number[]
  /** The node itself if its output has items, else those it stands for (a conditional only points the way). */
  itemHolders: (args: { node: number; kind: SourceKind }) => number[]
}

/** Follows items through the nodes that pass them on. */
export function findItemFlow({
  index,
  specs,
}: {
  index: GraphIndex
  specs: NodeRulesMap
}): ItemFlow {
  const rulesOf = (node: number) => specs.get(index.nodes[node]?.type ?? '')
  const before = (node: number) => neighbours({ index, of: node, direction: 'before' })
  const isPassing = (node: number) => rulesOf(node)?.produces === 'pass'
  const holdsItems = (node: number) =>
    rulesOf(node)?.outputFields.some(({ path }) => path === 'items') ?? false
  const kinds = offeredKinds()

  const offers: ItemFlow['offers'] = ({ node, kind }) =>
    kind === 'items'
      ? holdsItems(node) || (isPassing(node) && (kinds[node]?.size ?? 0) > 0)
      : (kinds[node]?.has(kind) ?? false)

  /** Backwards from `of`, no further than `isFound`; nodes that are not found are walked through. */
  const walkBack = (of: number, isFound: (node: number) => boolean) => {
    const seen = new Set<number>()
    const found: number[] = []
    const open = before(of)
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (seen.has(node)) continue
      seen.add(node)
      if (isFound(node)) found.push(node)
      else open.push(...before(node))
    }
    return { found: found.sort((a, b) => a - b), seen }
  }

  const nearestSources: ItemFlow['nearestSources'] = ({ of, kind }) => {
    const { found } = walkBack(of, (node) => holdsItems(node) && offers({ node, kind }))
    const direct = new Set(before(of))
    return found.filter((source) => !found.some((other) => isHidden({ source, other, direct })))
  }

  /**
   * A source that is also before another source: what a review let through must not come in again
   * unreviewed by a side way. Only an own edge from a source whose items the other does not pass on
   * brings it in beside the nearer one.
   */
  const isHidden = (args: { source: number; other: number; direct: ReadonlySet<number> }) => {
    const { source, other, direct } = args
    if (source === other) return false
    const passes =
      isPassing(other) && walkBack(other, (node) => !isPassing(node) || node === source)
    if (passes && passes.found.includes(source)) return true
    return !direct.has(source) && walkBack(other, (node) => node === source).found.length > 0
  }

  const itemHolders: ItemFlow['itemHolders'] = ({ node, kind }) =>
    holdsItems(node) ? [node] : nearestSources({ of: node, kind })

  return { offers, nearestSources, itemHolders }

  function offeredKinds(): ReadonlySet<SourceKind>[] {
    const all: Set<SourceKind>[] = index.nodes.map(() => new Set())
    for (const component of findComponents({ index })) {
      // Twice round a circle is enough for two kinds; a circle is a problem of its own anyway.
      const turns = component.length > 1 ? 2 : 1
      for (let turn = 0; turn < turns; turn++) {
        for (const node of component) {
          const produces = rulesOf(node)?.produces ?? 'none'
          const own = all[node]
          if (produces === 'copy' || produces === 'image') own?.add(produces)
          if (produces !== 'pass') continue
          for (const source of before(node)) for (const kind of all[source] ?? []) own?.add(kind)
        }
      }
    }
    return all
  }
}
