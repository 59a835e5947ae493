import type { Payload } from 'payload'

import { readHealth as read } from '../db/statements/readHealth.js'
import { getEngine } from '../runtime/engine.js'

export interface Health {
  status: 'ok' | 'unavailable'
  /** Living worker processes. With work in the queue and none alive, nothing moves. */
  workers: number
  queue: { ready: number; running: number }
}

/** Never throws: an answer is what a probe asks for. */
export async function readHealth({ payload }: { payload: Payload }): Promise<Health> {
  try {
    const { workers, ready, running } = await read(getEngine(payload).pools.relaxed)
    return { status: 'ok', workers, queue: { ready, running } }
  } catch (error) {
    payload.logger.warn({ err: error, msg: 'workflows: health could not be read' })
    return { status: 'unavailable', workers: 0, queue: { ready: 0, running: 0 } }
  }
}
