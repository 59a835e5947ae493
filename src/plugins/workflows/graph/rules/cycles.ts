import type { GraphIndex } from '../graphIndex.js'
import type { GraphProblem } from '../types.js'
import type { Rule } from './context.js'

import { findComponents } from '../components.js'
import { sentence } from '../sentence.js'

/**
 * A workflow runs forward only. Names circles that share no node, at least one of each knot;
 * what is left of a knot shows when those are mended.
 */
export const checkCycles: Rule = ({ index, nodeAt }) => {
  const problems: GraphProblem[] = []
  const knots = findComponents({ index }).filter(({ length }) => length > 1)
  for (let knot = knots.pop(); knot; knot = knots.pop()) {
    const cycle = shortestCycle({ index, members: new Set(knot), start: knot[0] ?? 0 })
    const ids = cycle.map((node) => index.nodes[node]?.id ?? '')
    const first = ids[0] ?? ''
    const way = [...ids, first].join(' → ')
    problems.push({
      code: 'cycle_detected',
      ...sentence('This workflow runs in a circle: {{way}}.', { way }),
      path: `nodes[${nodeAt[cycle[0] ?? 0] ?? 0}]`,
      nodeId: first,
      data: { cycle: [...ids, first] },
    })
    const inCycle = new Set(cycle)
    const among = new Set(knot.filter((node) => !inCycle.has(node)))
    if (among.size < 2) continue
    knots.push(...findComponents({ index, among }).filter(({ length }) => length > 1))
  }
  return problems
}

/** Breadth first from `start` back to itself, inside one strongly connected component. */
function shortestCycle({
  index,
  members,
  start,
}: {
  index: GraphIndex
  members: ReadonlySet<number>
  start: number
}): number[] {
  const cameFrom = new Map<number, number>()
  const queue = [start]
  for (const node of queue) {
    for (const { target } of index.outgoing[node] ?? []) {
      if (target === start) return pathTo(node)
      if (!members.has(target) || cameFrom.has(target)) continue
      cameFrom.set(target, node)
      queue.push(target)
    }
  }
  return [start]

  function pathTo(end: number): number[] {
    const path = [end]
    for (let node = end; node !== start;) {
      node = cameFrom.get(node) ?? start
      path.push(node)
    }
    return path.reverse()
  }
}
