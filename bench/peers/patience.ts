import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Between launches at low load: all queues empty, nobody in step with a poll. */
export const idleMs = (): number => 40 + Math.random() * 60

/** Anything that takes longer has hung. */
const DEADLINE_MS = 170_000

/** `promise`, or an error that names what did not come. */
export async function within<T>(
  what: string,
  promise: Promise<T>,
  ms: number = DEADLINE_MS,
): Promise<T> {
  const stop = new AbortController()
  const late = sleep(ms, null, { signal: stop.signal, ref: false }).then(() => {
    throw new Error(`${what} took more than ${ms} ms.`)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    stop.abort()
    late.catch(() => undefined)
  }
}

/** Counts events and tells when a number of them has happened. */
export function createCounter(): { hit: () => void; reach: (number: number) => Promise<void> } {
  let count = 0
  let goal = Number.POSITIVE_INFINITY
  let resolve: () => void = () => undefined
  return {
    hit: () => {
      count += 1
      if (count >= goal) resolve()
    },
    /** From now on. */
    reach: (number) => {
      count = 0
      goal = number
      return new Promise((fulfil) => {
        resolve = fulfil
      })
    },
  }
}

/** Runs `measure` again and again with idle time between; it answers its own milliseconds. */
export async function repeatIdle(
  times: number,
  measure: () => Promise<number>,
): Promise<{ ms: number; samples: number[] }> {
  const start = performance.now()
  const samples: number[] = []
  for (let time = 0; time < times; time += 1) {
    await sleep(idleMs())
    samples.push(await measure())
  }
  return { ms: performance.now() - start, samples }
}

/** How long `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
