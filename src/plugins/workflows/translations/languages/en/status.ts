/** Of executions, nodes and agent jobs alike. */
export const statusWords = {
  cancelled: 'Cancelled',
  completed: 'Completed',
  failed: 'Failed',
  paused: 'Paused',
  pending: 'Pending',
  running: 'Running',
  skipped: 'Skipped',
  stopped: 'Stopped',
  waiting: 'Waiting',
}
