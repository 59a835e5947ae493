import { setTimeout as sleep } from 'node:timers/promises'

import type { Payload } from 'payload'

import { readExecution } from '../../src/plugins/workflows/operations/executions/readExecution.js'
import type { ExecutionDetail } from '../../src/plugins/workflows/operations/executions/types.js'
import { requestAsDemo } from './launchDemo.js'
import type { ProgressLine } from './progressLine.js'

/** Short enough for a bar that moves, long enough not to count as load. */
const LOOK_MS = 200

const isOver = ({ status }: ExecutionDetail): boolean =>
  status === 'completed' || status === 'failed' || status === 'stopped'

/** Shows the execution's progress until it is over. */
export const watch = async (args: {
  payload: Payload
  id: string
  progress: ProgressLine
}): Promise<ExecutionDetail> => {
  const { payload, id, progress } = args
  const req = await requestAsDemo(payload)
  for (;;) {
    const execution = await readExecution({ req, id })
    const { percent, itemsDone, itemsTotal, currentNodes } = execution.progress
    const doing = currentNodes.map(({ label }) => label).join(', ') || execution.status
    progress.show({ percent, itemsDone, itemsTotal, doing })
    if (isOver(execution)) {
      progress.stop()
      return execution
    }
    await sleep(LOOK_MS)
  }
}
