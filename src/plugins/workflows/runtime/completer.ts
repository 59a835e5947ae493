import type { Claim, FinishedJob, FinishResult } from '../db/types.js'
import type { Engine } from './engine.js'

import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises'

import { completeJobs } from '../db/statements/completeJobs.js'
import { isInfrastructureError } from '../db/infrastructureErrors.js'

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
/** One statement runs on one core of the database; a second in the air keeps another one busy. */
const MAX_FLIGHTS = 2
/** Fewer wait for the next flight: they would cost a statement and a commit of their own. */
const MIN_SECOND = 3
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
  const flights = new Set<Promise<void>>()
  /** Executions in the air: two flights would only wait for each other there. */
  const flying = new Set<string>()
  let inAir = 0
  let gathering = false

  /** What ends in the same turn of the event loop flies together. */
  function gather(): void {
    if (gathering) return
    gathering = true
    setImmediate(() => {
      gathering = false
      takeOff()
    })
  }

  function takeOff(): void {
    while (waiting.length > 0 && flights.size < MAX_FLIGHTS) {
      const batch = takeBatch()
      if (batch.length === 0) return
      const execs = new Set(batch.map(({ item }) => item.exec))
      for (const exec of execs) flying.add(exec)
      inAir += batch.length
      const flight: Promise<void> = flush(batch).then(() => {
        for (const exec of execs) flying.delete(exec)
        inAir -= batch.length
        flights.delete(flight)
        gather()
      })
      flights.add(flight)
    }
  }

  async function flush(batch: Waiting[]): Promise<void> {
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

  /** What flies next; nothing when it is worth waiting for the flight that is in the air. */
  function takeBatch(): Waiting[] {
    const ready = waiting.filter(({ item }) => !flying.has(item.exec))
    if (flights.size > 0 && ready.length < MIN_SECOND) return []
    // A busy execution is waited for, alone: nobody waits for one while holding another.
    const batch = ready[0]?.alone ? ready.slice(0, 1) : shareOf(ready.filter(({ alone }) => !alone))
    const taken = new Set(batch)
    waiting = waiting.filter((entry) => !taken.has(entry))
    return batch.sort((a, b) =>
      a.item.exec < b.item.exec ? -1 : a.item.exec > b.item.exec ? 1 : 0,
    )
  }

  /** Half of what waits or flies, so that two flights are of one size; an execution is not cut in two. */
  function shareOf(ready: Waiting[]): Waiting[] {
    const all = ready.length + inAir
    const share = all < 2 * MIN_SECOND ? all : Math.ceil(all / MAX_FLIGHTS)
    const chosen = new Set<string>()
    let count = 0
    const batch = ready.filter(({ item: { exec } }) => {
      if (count >= share && !chosen.has(exec)) return false
      chosen.add(exec)
      count += 1
      return true
    })
    return batch.slice(0, MAX_BATCH)
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
        gather()
      }),
    idle: async () => {
      while (gathering || flights.size > 0) {
        await Promise.all(flights)
        await nextTurn()
      }
    },
  }
}
