import type { ExecutionStatus, ExecutionSummary, ListedExecution } from '../../client/types.js'
import type { PillStatus } from '../shared/StatusPill/index.js'

export interface ExecutionGroups {
  waiting: ListedExecution[]
  running: ListedExecution[]
  paused: ListedExecution[]
}

/** In the order in which somebody is needed. `mine` = executions in which something waits for whoever looks. */
export function groupExecutions(
  executions: readonly ListedExecution[],
  mine: ReadonlySet<string>,
): ExecutionGroups {
  const groups: ExecutionGroups = { waiting: [], running: [], paused: [] }
  for (const execution of executions) {
    const isMine = mine.has(execution.id)
    groups[isMine ? 'waiting' : execution.status === 'paused' ? 'paused' : 'running'].push(
      execution,
    )
  }
  return groups
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
