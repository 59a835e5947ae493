import type { GraphIndex } from './graphIndex.js'

/**
 * Strongly connected components (Tarjan 1972), in topological order: a component comes after all that
 * lead to it. With a list of its own instead of recursion: chains of 1,000 must not overflow.
 * Only nodes of `among` are looked at, if given.
 */
export function findComponents({
  index,
  among,
}: {
  index: GraphIndex
  among?: ReadonlySet<number>
}): number[][] {
  const count = index.nodes.length
  const found = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const isOpen = new Uint8Array(count)
  const open: number[] = []
  const components: number[][] = []
  let clock = 0

  const enter = (node: number) => {
    found[node] = low[node] = clock++
    open.push(node)
    isOpen[node] = 1
    return { node, next: 0 }
  }
  const lower = (node: number, to: number) => {
    low[node] = Math.min(low[node] ?? 0, to)
  }

  for (let root = 0; root < count; root++) {
    if (found[root] !== -1 || (among && !among.has(root))) continue
    const path = [enter(root)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const edge = index.outgoing[step.node]?.[step.next++]
      if (edge) {
        if (among && !among.has(edge.target)) continue
        if (found[edge.target] === -1) path.push(enter(edge.target))
        else if (isOpen[edge.target]) lower(step.node, found[edge.target] ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) lower(parent.node, low[step.node] ?? 0)
      if (low[step.node] === found[step.node]) components.push(close(step.node))
    }
  }
  // Tarjan finishes a component only after all that it leads to.
  return components.reverse()

  function close(root: number): number[] {
    const members = open.splice(open.lastIndexOf(root))
    for (const member of members) isOpen[member] = 0
    return members.sort((a, b) => a - b)
  }
}
