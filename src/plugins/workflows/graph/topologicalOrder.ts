import type { GraphIndex } from './graphIndex.js'

/**
 * Kahn's order; of the nodes that could come next, the one that stands first in the graph does.
 * Null when the graph has a circle.
 */
export function topologicalOrder(index: GraphIndex): number[] | null {
  const waitsFor = index.incoming.map((edges) => edges.length)
  // Descending, so that the next one is taken from the end.
  const ready = [...waitsFor.keys()].filter((node) => waitsFor[node] === 0).reverse()
  const order: number[] = []
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node)
    for (const { target } of index.outgoing[node] ?? []) {
      const left = (waitsFor[target] ?? 0) - 1
      waitsFor[target] = left
      if (left === 0) ready.splice(placeOf(ready, target), 0, target)
    }
  }
  return order.length === index.nodes.length ? order : null
}

/** Where `node` belongs in a descending list. */
function placeOf(descending: number[], node: number): number {
  let low = 0
  let high = descending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((descending[middle] ?? 0) > node) low = middle + 1
    else high = middle
  }
  return low
}
