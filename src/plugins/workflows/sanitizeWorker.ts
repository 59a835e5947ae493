import type { StartWorker, WorkerOption } from './options.js'

import { refuseOption } from './sanitizeCollections.js'

export interface SanitizedWorker {
  secret: string | null
  load: (() => Promise<{ startWorker: StartWorker }>) | null
  embedded: () => boolean
  concurrency: number | null
}

/** Shorter ones can be tried out; 16 random characters cannot. */
const SHORTEST_SECRET = 16

export function sanitizeWorker(given: WorkerOption): SanitizedWorker {
  const { secret, load, embedded = false, concurrency } = given
  // An empty variable of the environment is no secret, and must not open a route to everybody.
  if (secret !== undefined && (typeof secret !== 'string' || secret.length < SHORTEST_SECRET)) {
    refuseOption(
      'worker.secret',
      `must have at least ${SHORTEST_SECRET} characters, or be left out.`,
    )
  }
  if (load !== undefined && typeof load !== 'function') {
    refuseOption('worker.load', "must be a function: `() => import('payload-workflows/worker')`.")
  }
  if (embedded && !load) {
    refuseOption(
      'worker.embedded',
      "needs `worker.load` beside it: `load: () => import('payload-workflows/worker')`.",
    )
  }
  if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency > 0)) {
    refuseOption('worker.concurrency', `is ${String(concurrency)}; use a whole number from 1.`)
  }
  return {
    secret: secret ?? null,
    load: load ?? null,
    embedded: typeof embedded === 'function' ? embedded : () => embedded && isNextServer(),
    concurrency: concurrency ?? null,
  }
}

/** Not in `next build`, which may start Payload for a page, and not in `payload` commands. */
function isNextServer(): boolean {
  return (
    process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build'
  )
}
