import type { AgentJob } from '../../plugins/workflows/operations/executions/types.js'

/**
 * What it will cost to make the failed items again: as much as the finished ones did, else what the launch's estimate
 * says. Null when neither knows a price.
 */
export function retryCost({
  jobs,
  failed,
  estimate,
}: {
  /** Of the node. */
  jobs: readonly AgentJob[]
  failed: number
  /** Dollars of one item. */
  estimate: number | undefined
}): number | null {
  const done = jobs.filter(({ status, cost }) => status === 'completed' && cost > 0)
  if (done.length > 0) {
    return (done.reduce((sum, { cost }) => sum + cost, 0) / done.length) * failed
  }
  return estimate === undefined || estimate === 0 ? null : estimate * failed
}
