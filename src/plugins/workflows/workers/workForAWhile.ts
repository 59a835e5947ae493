import type { Payload } from 'payload'

import { setTimeout } from 'node:timers/promises'

import { readHealth } from '../db/statements/readHealth.js'
import { getPluginContext } from '../pluginContext.js'
import { NotFoundError } from '../runtime/errors.js'
import { getEngine } from '../runtime/engine.js'

export interface WorkedAWhile {
  worker: string
  /** How long it really worked: less than asked for when there was nothing left to do. */
  seconds: number
  queue: { ready: number; running: number }
}

const LOOK_EVERY_MS = 500

/** Looks with nothing to do until it leaves: a node that ends may make the next ones ready a moment later. */
const IDLE_LOOKS = 4

/**
 * A worker that lives for one request: for hosts where no process may stay. It leaves when the time is up, when
 * nothing is left to do, or when the caller hangs up; what still runs then is given back, without counting an attempt.
 */
export async function workForAWhile({
  payload,
  seconds,
  signal,
}: {
  payload: Payload
  seconds: number
  signal?: AbortSignal
}): Promise<WorkedAWhile> {
  const { load, concurrency } = getPluginContext(payload).options.worker
  if (!load) throw new NotFoundError({ what: 'The option `worker.load` of workflowsPlugin' })
  const { startWorker } = await load()
  const started = performance.now()
  const worker = await startWorker({ payload, name: 'http', ...(concurrency && { concurrency }) })
  const db = getEngine(payload).pools.relaxed
  try {
    let idle = 0
    while (idle < IDLE_LOOKS && performance.now() - started < seconds * 1_000 && !signal?.aborted) {
      await setTimeout(Math.min(LOOK_EVERY_MS, seconds * 1_000))
      const { ready, running } = await readHealth(db)
      idle = ready + running === 0 ? idle + 1 : 0
    }
  } finally {
    await worker.stop()
  }
  const { ready, running } = await readHealth(db)
  const worked = Math.round((performance.now() - started) / 100) / 10
  return { worker: worker.id, seconds: worked, queue: { ready, running } }
}
