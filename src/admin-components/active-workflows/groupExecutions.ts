import type { ExecutionStatus, ExecutionSummary } from '../../client/types.js'
import type { PillStatus } from '../shared/StatusPill/index.js'

export interface ExecutionGroups {
  waiting: ExecutionSummary[]
  running: ExecutionSummary[]
  paused: ExecutionSummary[]
}

/** In the order in which somebody is needed. */
export function groupExecutions(executions: readonly ExecutionSummary[]): ExecutionGroups {
  const groups: ExecutionGroups = { waiting: [], running: [], paused: [] }
  for (const execution of executions) groups[groupOf(execution)].push(execution)
  return groups
}

function groupOf({ status, pauseReason }: ExecutionSummary): keyof ExecutionGroups {
  if (status !== 'paused') return 'running'
  return pauseReason === 'review' ? 'waiting' : 'paused'
}

/** A pause for a review is not a pause to the person who must answer. */
export function pillOf(execution: {
  status: ExecutionStatus
  pauseReason: ExecutionSummary['pauseReason']
}): PillStatus {
  return execution.status === 'paused' && execution.pauseReason === 'review'
    ? 'waiting'
    : execution.status
}
