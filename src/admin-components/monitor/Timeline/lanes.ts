import type { AgentJob } from '../../../plugins/workflows/operations/executions/types.js'

/** ms since the beginning. */
export interface Bar {
  key: string
  jobId: string | null
  index: number
  /** Where its waiting begins to be drawn: not before the job before it in its lane ended. */
  queued: number
  start: number
  end: number
  look: 'done' | 'expected' | 'failed' | 'working'
}

/** Lanes of a node: one per job that ran at the same time as others. */
export function lanesOf({
  jobs,
  begin,
  now,
  total = 0,
}: {
  jobs: AgentJob[]
  begin: number
  now: number
  /** Items the node will have; those without a job yet are expected after `now`. 0 = draw none. */
  total?: number
}): Bar[][] {
  const started = jobs
    .filter((job) => job.startedAt !== null)
    .sort((a, b) => time(a.startedAt) - time(b.startedAt))
  const lanes: Bar[][] = []
  for (const job of started) {
    const start = time(job.startedAt) - begin
    const end = Math.max(start, (job.completedAt ? time(job.completedAt) : now) - begin)
    const lane = lanes.find((candidate) => (candidate.at(-1)?.end ?? 0) <= start)
    const free = lane?.at(-1)?.end ?? 0
    const queued = Math.max(free, job.queuedAt ? time(job.queuedAt) - begin : start)
    const bar: Bar = {
      key: job.id,
      jobId: job.id,
      index: job.index,
      queued: Math.min(queued, start),
      start,
      end,
      look: lookOf(job),
    }
    if (lane) lane.push(bar)
    else lanes.push([bar])
  }
  if (total > 0) expect({ lanes, jobs: started, total, now: now - begin })
  return lanes
}

const lookOf = ({ status }: AgentJob): Bar['look'] =>
  status === 'failed' ? 'failed' : status === 'running' ? 'working' : 'done'

/** Outlines of what is still to come, each as long as the finished ones took on average. */
function expect({
  lanes,
  jobs,
  total,
  now,
}: {
  lanes: Bar[][]
  jobs: AgentJob[]
  total: number
  now: number
}): void {
  const finished = jobs.filter(({ completedAt, status }) => completedAt && status === 'completed')
  if (finished.length === 0 || lanes.length === 0) return
  const sum = finished.reduce((ms, job) => ms + time(job.completedAt) - time(job.startedAt), 0)
  const usual = sum / finished.length
  for (const lane of lanes) {
    const last = lane.at(-1)
    if (!last || last.look !== 'working') continue
    const rest = usual - (last.end - last.start)
    if (rest > 0) lane.push(outline({ key: `${last.key}+`, start: now, ms: rest }))
  }
  for (let index = jobs.length; index < Math.min(total, jobs.length + MOST_EXPECTED); index++) {
    const lane = lanes.reduce((best, candidate) =>
      endOf(candidate, now) < endOf(best, now) ? candidate : best,
    )
    lane.push(outline({ key: `next-${index}`, start: endOf(lane, now), ms: usual }))
  }
}

/** A thousand outlines tell no more than these. */
const MOST_EXPECTED = 40

const endOf = (lane: Bar[], now: number): number => Math.max(now, lane.at(-1)?.end ?? 0)

const outline = ({ key, start, ms }: { key: string; start: number; ms: number }): Bar => ({
  key,
  jobId: null,
  index: -1,
  queued: start,
  start,
  end: start + ms,
  look: 'expected',
})

const time = (at: string | null): number => (at ? Date.parse(at) : 0)
