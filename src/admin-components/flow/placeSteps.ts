import type { GraphEdge } from '../../plugins/workflows/graph/types.js'
import type { FlowStep } from './types.js'

const COLUMN = 320
const ROW = 190

/** Graphs made by scripts often leave every node at one place; those are laid out by depth. */
export function placeSteps({
  steps,
  edges,
}: {
  steps: FlowStep[]
  edges: GraphEdge[]
}): FlowStep[] {
  const places = new Set(steps.map(({ position: { x, y } }) => `${x}/${y}`))
  return places.size === steps.length ? steps : layOut({ steps, edges })
}

function layOut({ steps, edges }: { steps: FlowStep[]; edges: GraphEdge[] }): FlowStep[] {
  const depth = depths({ steps, edges })
  const taken = new Map<number, number>()
  const columns = steps.map((step) => {
    const column = depth.get(step.id) ?? 0
    const row = taken.get(column) ?? 0
    taken.set(column, row + 1)
    return { step, column, row }
  })
  const tallest = Math.max(1, ...taken.values())
  return columns.map(({ step, column, row }) => {
    // Short columns stand in the middle of tall ones.
    const offset = (tallest - (taken.get(column) ?? 1)) / 2
    return { ...step, position: { x: column * COLUMN, y: (row + offset) * ROW } }
  })
}

/** Longest way from a root; a cycle (of a draft) ends where it comes back. */
function depths({ steps, edges }: { steps: FlowStep[]; edges: GraphEdge[] }): Map<string, number> {
  const depth = new Map(steps.map(({ id }) => [id, 0]))
  for (let round = 0; round < steps.length; round++) {
    let moved = false
    for (const { source, target } of edges) {
      const next = (depth.get(source) ?? 0) + 1
      if (next > (depth.get(target) ?? 0) && next < steps.length) {
        depth.set(target, next)
        moved = true
      }
    }
    if (!moved) break
  }
  return depth
}
