import type { Payload } from 'payload'

import { startWorker, type WorkflowsWorker } from '../../src/jobs/worker.js'
import { onShutdown } from '../shutdown.js'

/** A worker in this process; at shutdown it gives back what it has begun. */
export const work = async (payload: Payload): Promise<WorkflowsWorker> => {
  const concurrency = Number(process.env.WORKFLOWS_CONCURRENCY) || undefined
  const worker = await startWorker({ payload, ...(concurrency && { concurrency }) })
  onShutdown(() => worker.stop())
  return worker
}

/** `off` leaves the work to `npm run worker`. */
export const workerIsWanted = (): boolean => process.env.WORKFLOWS_WORKER !== 'off'
