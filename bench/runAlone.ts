import type { Sizes } from './comparisons.js'
import type { Lab } from './lab.js'
import type { Goal, Verdict } from './measure/ratio.js'
import type { PeerName, Workload } from './peers/types.js'

import { judge } from './measure/ratio.js'
import { countSql, type SqlCost } from './measure/sqlCost.js'
import { stepOutput } from './peers/types.js'

/** A figure that stands for itself. */
export interface Bound {
  name: string
  value: number | null
  goal: Goal
  verdict: Verdict | null
}

const bound = (name: string, value: number | null, must: number, aim: number): Bound => {
  const goal = { must, aim }
  return { name, value, goal, verdict: value === null ? null : judge(value, goal) }
}

const OUTPUT_BYTES = JSON.stringify(stepOutput(1)).length

/** What a job costs the database, at low load and under load, for every engine that is here. */
export async function runCounts({
  lab,
  size,
  withFsyncs,
}: {
  lab: Lab
  size: Sizes
  withFsyncs: boolean
}): Promise<{ bounds: Bound[]; costs: Record<string, { idle: SqlCost; load: SqlCost }> }> {
  const idle = { kind: 'chain', length: 10, launches: size.launches, concurrency: 10 } as const
  const load = { kind: 'chains', length: 10, executions: size.executions, concurrency: 10 } as const
  const costs: Record<string, { idle: SqlCost; load: SqlCost }> = {}
  const names: PeerName[] = ['engine', 'graphileWorker', 'payloadJobs', 'dbos']
  for (const name of names) {
    const peer = await lab.peer(name)
    if (!peer) continue
    const count = (workload: Workload, jobs: number) =>
      countSql({ pool: lab.poolOf(peer), jobs, run: () => peer.run(workload), withFsyncs })
    costs[name] = await lab.alone(peer, async () => {
      await peer.run({ ...idle, launches: 3 })
      const cost = await count(idle, idle.launches * 10)
      await peer.run({ ...load, executions: 10 })
      return { idle: cost, load: await count(load, load.executions * 10) }
    })
  }
  const own = costs.engine
  if (!own) throw new Error('The engine was not there.')
  return {
    costs,
    bounds: [
      bound('statements a job, low load', own.idle.statements, 2, 1.6),
      bound('fsyncs a job, low load', own.idle.fsyncs, 1.5, 1.2),
      bound(
        'WAL bytes a job, low load',
        own.idle.walBytesOfStatements,
        4_000 + 2 * OUTPUT_BYTES,
        3_200 + OUTPUT_BYTES,
      ),
      bound('statements a job, under load', own.load.statements, 0.6, 0.35),
      bound('fsyncs a job, under load', own.load.fsyncs, 0.6, 0.35),
    ],
  }
}

export interface Alone {
  bounds: Bound[]
  details: unknown
}

/** Peak memory of a worker process with 50 jobs at once. */
export async function runMemory(lab: Lab): Promise<Alone> {
  const peer = await lab.peer('engine')
  if (!peer) throw new Error('The engine was not there.')
  const run = await lab.alone(peer, () => peer.run({ kind: 'memory', concurrency: 50 }))
  return {
    details: run.details,
    bounds: [bound('peak MB of a worker, 50 jobs at once', run.samples[0] ?? null, 400, 400)],
  }
}

/** What the screens ask of a full database. 100 ms is what a person takes for "at once". */
export async function runQueries(lab: Lab, times: number): Promise<Alone> {
  const peer = await lab.peer('engineStored')
  if (!peer) throw new Error('The engine was not there.')
  const run = await lab.alone(peer, () => peer.run({ kind: 'queries', times }))
  const slowest = Math.max(...run.samples)
  return {
    details: run.details,
    bounds: [bound('ms of the slowest question, p50', slowest, 100, 50)],
  }
}

/** Memory after many jobs against memory after a third of them: caches are full by then. */
export async function runSoak(lab: Lab, jobs: number): Promise<Alone> {
  const peer = await lab.peer('engine')
  if (!peer) throw new Error('The engine was not there.')
  const run = await lab.alone(peer, () => peer.run({ kind: 'soak', jobs, concurrency: 10 }))
  const growth = (run.samples.at(-1) ?? Number.NaN) / (run.samples[2] ?? Number.NaN)
  return {
    details: { jobs: run.jobs, seconds: Math.round(run.ms / 1_000), ...run.details },
    bounds: [bound('heap at the end / after 3 tenths', growth, 1.2, 1.05)],
  }
}
