import type { GraphEdge } from '../../plugins/workflows/graph/types.js'
import type { EdgeLook } from './types.js'

interface EndState {
  status: string
  branch?: string
}

const DEAD = new Set(['skipped', 'cancelled', 'failed'])
const ALIVE = new Set(['running', 'waiting', 'paused'])

/** How an edge looks between nodes in these states; without states it rests. */
export function edgeLook({
  edge,
  source,
  target,
}: {
  edge: Pick<GraphEdge, 'sourceHandle'>
  source?: EndState
  target?: EndState
}): EdgeLook {
  if (!source || !target) return 'rest'
  if (DEAD.has(source.status) || target.status === 'skipped') return 'dead'
  if (source.status !== 'completed') return 'rest'
  const { branch } = source
  if (branch && edge.sourceHandle && edge.sourceHandle !== branch) return 'dead'
  if (ALIVE.has(target.status)) return 'flowing'
  return target.status === 'pending' || target.status === 'cancelled' ? 'rest' : 'taken'
}
