import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'

import type { Run, Workload } from '../types.js'
import type { EngineSite } from './site.js'

import { defaultAnswer } from '../../../tests/support/fakeOpenAI.js'
import { startWorkerProcess } from '../../../tests/support/workerProcess.js'
import { documentsGraph } from './nodes.js'

/** Copies and images of one launch: as many as an execution may run at once by default. */
const EACH = 10
/** Long enough that all slots wait for the provider at the same time. */
const LATENCY_MS = 400

/** The most memory (RSS, in MB) that a worker process held while it wrote texts and drew images in all its slots. */
export async function measureMemory({
  engine,
  workload: { concurrency },
}: {
  engine: EngineSite
  workload: Extract<Workload, { kind: 'memory' }>
}): Promise<Run> {
  const { databaseUri, dataDir, fake } = engine
  const worker = await startWorkerProcess(
    { databaseUri, dataDir, openAI: fake.url, leaseSeconds: 5 },
    { concurrency },
  )
  const { byEngine } = await engine.prepare(documentsGraph({ copies: EACH, images: EACH }))
  const startedMb = await peakMb(worker.pid)
  const launches = Math.ceil(concurrency / (2 * EACH)) + 1
  let mostAtOnce = 0
  const count = async () => {
    const [row] = await engine.query<{ running: number }>(
      `select count(*)::int as running from payload_workflows.job where state = 'running'`,
    )
    mostAtOnce = Math.max(mostAtOnce, row?.running ?? 0)
  }
  fake.respond(() => defaultAnswer({ latencyMs: LATENCY_MS }))
  const start = performance.now()
  const counting = setInterval(() => void count(), 50)
  try {
    await engine.untilEnded(await Promise.all(Array.from({ length: launches }, byEngine)))
  } finally {
    clearInterval(counting)
    fake.respond(() => undefined)
  }
  const ms = performance.now() - start
  const peak = await peakMb(worker.pid)
  worker.kill('SIGTERM')
  await worker.exited
  return {
    jobs: launches * 2 * EACH,
    ms,
    samples: [peak],
    details: { startedMb, peakMb: peak, mostAtOnce },
  }
}

/** Linux keeps the peak itself; elsewhere another process cannot read it. */
async function peakMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes ? Math.round(Number(kilobytes) / 102.4) / 10 : Number.NaN
}
