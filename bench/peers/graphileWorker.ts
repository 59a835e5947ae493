import type { Runner, Task } from 'graphile-worker'

import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

import { Logger, run } from 'graphile-worker'
import pg from 'pg'

import { createCounter, repeatIdle, timed, within } from './patience.js'
import { type Peer, type PeerSite, POOL_SIZE, type Run, type Workload } from './types.js'

interface Step {
  exec: number
  at: number
  length: number
}

/**
 * The floor: graphile-worker by itself, in its default settings. Each step adds the next by `addJob`, as its
 * documentation shows; nothing of a step is kept. A fan-out counts down one row to know when its merge may run,
 * because without that there is no merge. A step counts as ended when its function has run.
 */
export function createGraphileWorker({ databaseUri }: PeerSite): Peer {
  const pool = new pg.Pool({ connectionString: databaseUri, max: POOL_SIZE })
  const ended = createCounter()
  const started = createCounter()
  let runner: Runner | null = null
  let concurrency = 0
  let launches = 0

  const step: Task = async (payload, { addJob }) => {
    const { exec, at, length } = payload as Step
    started.hit()
    if (at + 1 < length) await addJob('step', { exec, at: at + 1, length })
    else ended.hit()
  }
  const spread: Task = async (payload, { addJobs }) => {
    const { exec, width, sleepMs } = payload as { exec: number; width: number; sleepMs: number }
    await pool.query('insert into fan (exec, left_over) values ($1, $2)', [exec, width])
    const job = { identifier: 'branch', payload: { exec, sleepMs } }
    await addJobs(Array.from({ length: width }, () => job))
  }
  const branch: Task = async (payload, { addJob }) => {
    const { exec, sleepMs } = payload as { exec: number; sleepMs: number }
    if (sleepMs > 0) await sleep(sleepMs)
    const { rows } = await pool.query<{ left_over: number }>(
      'update fan set left_over = left_over - 1 where exec = $1 returning left_over',
      [exec],
    )
    if (rows[0]?.left_over === 0) await addJob('merge', { exec })
  }
  const merge: Task = async () => ended.hit()

  const worker = async (slots: number): Promise<Runner> => {
    if (runner && concurrency === slots) return runner
    await runner?.stop()
    concurrency = slots
    runner = await run({
      connectionString: databaseUri,
      concurrency: slots,
      maxPoolSize: POOL_SIZE,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: new Logger(() => () => undefined),
      taskList: { step, spread, branch, merge },
    })
    return runner
  }

  const chain = async (slots: number, length: number): Promise<void> => {
    const { addJob } = await worker(slots)
    await addJob('step', { exec: (launches += 1), at: 0, length })
  }

  async function measure(workload: Workload): Promise<Run> {
    switch (workload.kind) {
      case 'chains': {
        const { executions, length } = workload
        const done = ended.reach(executions)
        const ms = await timed(async () => {
          await Promise.all(
            Array.from({ length: executions }, () => chain(workload.concurrency, length)),
          )
          await within('the chains', done)
        })
        return { jobs: executions * length, ms, samples: [ms] }
      }
      case 'chain': {
        const once = () =>
          timed(async () => {
            const done = ended.reach(1)
            await chain(workload.concurrency, workload.length)
            await within('the chain', done)
          })
        const measured = await repeatIdle(workload.launches, once)
        return { jobs: workload.launches * workload.length, ...measured }
      }
      case 'start': {
        const once = async () => {
          const begun = started.reach(1).then(() => performance.now())
          const start = performance.now()
          await chain(workload.concurrency, 1)
          return (await within('the first step', begun)) - start
        }
        return { jobs: workload.launches, ...(await repeatIdle(workload.launches, once)) }
      }
      case 'fan': {
        const { width, sleepMs, times } = workload
        const { addJob } = await worker(workload.concurrency)
        const once = () =>
          timed(async () => {
            const done = ended.reach(1)
            await addJob('spread', { exec: (launches += 1), width, sleepMs })
            await within('the fan', done)
          })
        return { jobs: times * (width + 2), ...(await repeatIdle(times, once)) }
      }
      default:
        throw new Error(`graphile-worker has no workload ${workload.kind}.`)
    }
  }

  return {
    setUp: async () => {
      await pool.query('create table fan (exec int primary key, left_over int not null)')
      await worker(10)
    },
    run: async (workload) => {
      if ('concurrency' in workload) await worker(workload.concurrency)
      return measure(workload)
    },
    tearDown: async () => {
      await runner?.stop()
      await pool.end()
    },
  }
}
