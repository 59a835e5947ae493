import type { EngineSite } from './site.js'

import { performance } from 'node:perf_hooks'

import type { Run, Workload } from '../types.js'
import { within } from '../patience.js'
import { chainGraph } from './nodes.js'

const CHAIN = 100
const SIDE_BY_SIDE = 10

/** Many jobs in one process; what it holds after each tenth of them, garbage collected. `samples` = heap in MB. */
export async function measureSoak({
  engine,
  workload: { jobs },
}: {
  engine: EngineSite
  workload: Extract<Workload, { kind: 'soak' }>
}): Promise<Run> {
  const { byEngine } = await engine.prepare(chainGraph(CHAIN))
  const batch = CHAIN * SIDE_BY_SIDE
  const batches = Math.max(10, Math.round(jobs / batch))
  const heapMb: number[] = []
  const rssMb: number[] = []
  const jobsPerSecond: number[] = []
  const start = performance.now()
  let lastMark = start
  for (let at = 1; at <= batches; at += 1) {
    const done = engine.steps.reach(batch)
    const ids = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, byEngine))
    await within('a batch', done)
    await engine.untilEnded(ids)
    if (at % Math.round(batches / 10) !== 0) continue
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    heapMb.push(Math.round(heapUsed / 1e5) / 10)
    rssMb.push(Math.round(rss / 1e5) / 10)
    const now = performance.now()
    const done10th = batch * Math.round(batches / 10)
    jobsPerSecond.push(Math.round((done10th * 1_000) / (now - lastMark)))
    lastMark = now
  }
  return {
    jobs: batches * batch,
    ms: performance.now() - start,
    samples: heapMb,
    details: { heapMb, rssMb, jobsPerSecond },
  }
}
