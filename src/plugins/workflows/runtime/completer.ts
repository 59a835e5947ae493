import type { Claim, FinishedJob, FinishResult } from '../db/types.js'
import type { Engine } from './engine.js'

import { setTimeout } from 'node:timers/promises'

import { completeJobs } from '../db/statements/completeJobs.js'
import { isInfrastructureError } from './classifyFailure.js'

/** Group commit in the application: what finishes during a flush goes in the next one. No timer, no latency when idle. */
export interface Completer {
  /** Resolves when the job's end is on disk, or the database will not take its output (NUL, broken Unicode). */
  add: (item: FinishedJob) => Promise<FinishResult | 'refused'>
  /** Resolves when nothing is waiting. */
  idle: () => Promise<void>
}

interface Waiting {
  item: FinishedJob
  alone: boolean
  resolve: (result: FinishResult | 'refused') => void
}

/** Larger batches hold more execution rows at once without saving anything measurable. */
const MAX_BATCH = 50
const RETRY_MS = 250

export function createCompleter({
  engine,
  owner,
  reserveFree,
  onClaims,
}: {
  engine: Engine
  owner: string
  /** Takes the free slots out of circulation until the answer is here; -1 = take no more work. */
  reserveFree: () => number
  /** Called once for each reservation, also with nothing. */
  onClaims: (claims: Claim[], reserved: number) => void
}): Completer {
  let waiting: Waiting[] = []
  let flushing: Promise<void> | null = null

  const flushAll = async () => {
    while (waiting.length > 0) {
      const batch = takeBatch()
      const items = batch.map(({ item }) => item)
      const reserved = reserveFree()
      let claimed: Claim[] = []
      try {
        const { results, claims } = await completeJobs(engine.pools.durable, {
          items,
          owner,
          // The slots of the jobs that end here are free as well.
          want: reserved < 0 ? 0 : reserved + items.length,
          bells: engine.bells(),
        })
        claimed = claims
        settle(batch, results)
        for (const { item } of batch) engine.live.touched(item.exec)
      } catch (error) {
        // Idempotent: what was written and not heard answers `dup` the next time.
        engine.payload.logger.warn({ err: error, msg: 'workflows: completion is tried again' })
        // An item that the database refuses must not take the others with it: one by one from here.
        const alone = !isInfrastructureError(error)
        if (alone && batch.length === 1) {
          batch[0]?.resolve('refused')
        } else {
          waiting.unshift(...batch.map((entry) => ({ ...entry, alone })))
        }
        await setTimeout(RETRY_MS)
      } finally {
        onClaims(claimed, Math.max(0, reserved))
      }
    }
    flushing = null
  }

  function takeBatch(): Waiting[] {
    const first = waiting[0]
    // A busy execution is waited for, alone: nobody waits for one while holding another.
    if (first?.alone) return waiting.splice(0, 1)
    const batch = waiting.filter((entry) => !entry.alone).slice(0, MAX_BATCH)
    waiting = waiting.filter((entry) => !batch.includes(entry))
    return batch.sort((a, b) =>
      a.item.exec < b.item.exec ? -1 : a.item.exec > b.item.exec ? 1 : 0,
    )
  }

  function settle(batch: Waiting[], results: FinishResult[]): void {
    batch.forEach((entry, index) => {
      const result = results[index] ?? 'fenced'
      if (result === 'busy') waiting.push({ ...entry, alone: true })
      else entry.resolve(result)
    })
  }

  return {
    add: (item) =>
      new Promise((resolve) => {
        waiting.push({ item, alone: false, resolve })
        flushing ??= flushAll()
      }),
    idle: async () => {
      await flushing
    },
  }
}
