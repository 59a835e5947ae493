import type { Goal } from './measure/ratio.js'
import type { PeerName, Run, Workload } from './peers/types.js'

import { percentile } from './engine/figures.js'
import { median } from './measure/ratio.js'

/** `engineStored` = this engine in a database that is full of finished executions. */
export type PeerKey = PeerName | 'engineStored'

export interface Metric {
  name: string
  unit: 'jobs/s' | 'ms' | 'ms/job'
  of: (run: Run) => number
}

export interface Participant {
  label: string
  peer: PeerKey
  workload: Workload
  /** What our figure divided by this one's must be, by metric. None = shown, not judged. */
  goals?: Record<string, Goal>
}

export interface Comparison {
  /** For `--only`. */
  name: string
  title: string
  metrics: Metric[]
  /** Ours first. */
  participants: Participant[]
  /** What the work would take if it cost nothing. */
  ideal?: { ms: number; goal: Goal }
}

export interface Sizes {
  executions: number
  launches: number
  starts: number
  fans: number
  documents: number
  longChain: number
  shortChain: number
  /** Finished executions, ten jobs each. */
  stored: number
}

export const FULL: Sizes = {
  executions: 200,
  launches: 30,
  starts: 100,
  fans: 10,
  documents: 10,
  longChain: 1_000,
  shortChain: 100,
  stored: 100_000,
}
/** Says that everything works; its figures say little. */
export const QUICK: Sizes = {
  executions: 30,
  launches: 5,
  starts: 15,
  fans: 3,
  documents: 1,
  longChain: 200,
  shortChain: 50,
  stored: 1_000,
}

const rate: Metric = { name: 'rate', unit: 'jobs/s', of: (run) => (run.jobs * 1_000) / run.ms }
const documentRate: Metric = {
  name: 'rate',
  unit: 'jobs/s',
  of: ({ jobs, samples }) => (jobs / samples.length) * (1_000 / median(samples)),
}
const p50: Metric = { name: 'p50', unit: 'ms', of: ({ samples }) => median(samples) }
const p95: Metric = { name: 'p95', unit: 'ms', of: ({ samples }) => percentile(samples, 0.95) }
const perJob: Metric = {
  name: 'perJob',
  unit: 'ms/job',
  of: ({ jobs, samples }) => (median(samples) * samples.length) / jobs,
}

const slots = 10
const more = (must: number, aim: number): Goal => ({ must, aim, atLeast: true })
const less = (must: number, aim: number): Goal => ({ must, aim })

/** The goals are those of the project's issue on speed: must / aim, medians of rounds on one machine. */
export function comparisons(size: Sizes): Comparison[] {
  const chains = (length: number, executions: number, byApi = false): Workload => ({
    kind: 'chains',
    executions,
    length,
    concurrency: slots,
    byApi,
  })
  const chain = (length: number, launches: number): Workload => ({
    kind: 'chain',
    length,
    launches,
    concurrency: slots,
  })
  const start = (byApi = false): Workload => ({
    kind: 'start',
    launches: size.starts,
    concurrency: slots,
    byApi,
  })
  const fan = (width: number, sleepMs: number, concurrency = slots): Workload => ({
    kind: 'fan',
    width,
    sleepMs,
    times: size.fans,
    concurrency,
  })
  const documents: Workload = {
    kind: 'documents',
    copies: 10,
    images: 10,
    times: size.documents,
    concurrency: slots,
  }
  const bareLoop: Participant = {
    label: 'bare loop',
    peer: 'bareLoop',
    workload: documents,
    goals: { rate: more(0.8, 1) },
  }
  const ours = (workload: Workload, peer: PeerKey = 'engine', label = 'payload-workflows') => ({
    label,
    peer,
    workload,
  })
  const raw = (workload: Workload, goals?: Record<string, Goal>): Participant => ({
    label: 'graphile-worker',
    peer: 'graphileWorker',
    workload,
    goals,
  })
  const queue = (workload: Workload, goals?: Record<string, Goal>): Participant => ({
    label: "Payload's jobs queue",
    peer: 'payloadJobs',
    workload,
    goals,
  })
  const dbos = (workload: Workload, goals?: Record<string, Goal>): Participant => ({
    label: 'DBOS Transact',
    peer: 'dbos',
    workload,
    goals,
  })
  const servers = (workload: Workload): Participant[] => [
    { label: 'n8n', peer: 'n8n', workload },
    { label: 'Directus', peer: 'directus', workload },
  ]
  const all = chains(10, size.executions)
  const ten = chain(10, size.launches)
  return [
    {
      name: 'linear',
      title: `${size.executions} executions of 10 no-op nodes, launched at once, 10 slots`,
      metrics: [rate],
      participants: [
        ours(all),
        raw(all, { rate: more(1.2, 1.8) }),
        queue(all, { rate: more(2, 3.3) }),
        dbos(all, { rate: more(1.4, 2) }),
        ...servers(all),
      ],
    },
    {
      name: 'linearByApi',
      title: 'the same, each launched with all that a REST launch checks',
      metrics: [rate],
      participants: [ours(chains(10, size.executions, true)), raw(all), queue(all)],
    },
    {
      name: 'chain',
      title: '10 no-op nodes in a row at low load, launch to last end',
      metrics: [p50, p95],
      participants: [
        ours(ten),
        raw(ten, { p50: less(0.9, 0.65) }),
        queue(ten),
        dbos(ten),
        ...servers(ten),
      ],
    },
    {
      name: 'start',
      title: 'launch to the first line of the first node at low load',
      metrics: [p50, p95],
      participants: [
        ours(start()),
        raw(start(), { p50: less(2, 1.5), p95: less(1.5, 1) }),
        queue(start()),
        dbos(start()),
      ],
    },
    {
      name: 'startByApi',
      title: 'the same, launched with all that a REST launch checks',
      metrics: [p50, p95],
      participants: [ours(start(true)), raw(start())],
    },
    {
      name: 'fan',
      title: '1 node, 50 no-op nodes side by side, 1 that joins them',
      metrics: [p50],
      participants: [
        ours(fan(50, 0)),
        raw(fan(50, 0), { p50: less(1.2, 0.75) }),
        queue(fan(50, 0)),
        dbos(fan(50, 0)),
      ],
    },
    {
      name: 'wait10',
      title: '50 nodes of 100 ms side by side, 10 slots',
      metrics: [p50],
      participants: [ours(fan(50, 100)), raw(fan(50, 100))],
      ideal: { ms: 500, goal: less(1.15, 1.08) },
    },
    {
      name: 'wait20',
      title: '100 nodes of 100 ms side by side, 20 slots',
      metrics: [p50],
      participants: [ours(fan(100, 100, 20)), raw(fan(100, 100, 20))],
      ideal: { ms: 500, goal: less(1.15, 1.08) },
    },
    {
      name: 'documents',
      title: '10 copies + 10 images over HTTP, stored, against the same payload.create calls alone',
      metrics: [documentRate],
      participants: [ours(documents), bareLoop],
    },
    {
      name: 'instant',
      title: 'the same with a provider in the process that has its answers ready',
      metrics: [documentRate],
      participants: [ours({ ...documents, provider: 'instant' }), bareLoop],
    },
    {
      name: 'length',
      title: `a chain of ${size.longChain} against one of ${size.shortChain}`,
      metrics: [perJob],
      participants: [
        ours(chain(size.longChain, 1), 'engine', `chain of ${size.longChain}`),
        {
          ...ours(chain(size.shortChain, 5), 'engine', `chain of ${size.shortChain}`),
          goals: { perJob: less(1.2, 1.05) },
        },
      ],
    },
    {
      name: 'stored',
      title: `10 no-op nodes in a row with ${size.stored} finished executions stored`,
      metrics: [perJob],
      participants: [
        ours(ten, 'engineStored', `${size.stored} stored`),
        { ...ours(ten, 'engine', 'none stored'), goals: { perJob: less(1.2, 1.05) } },
      ],
    },
    {
      name: 'storedLinear',
      title: `${size.executions} executions of 10 with ${size.stored} finished executions stored`,
      metrics: [rate],
      participants: [
        ours(all, 'engineStored', `${size.stored} stored`),
        { ...ours(all, 'engine', 'none stored'), goals: { rate: more(1 / 1.2, 1 / 1.05) } },
      ],
    },
  ]
}

/** A small one of the same kind: what is slow only the first time is not measured. */
export function warmUpOf(workload: Workload): Workload {
  switch (workload.kind) {
    case 'chains':
      return { ...workload, executions: Math.min(workload.executions, 20) }
    case 'chain':
      return { ...workload, launches: Math.min(workload.launches, 3) }
    case 'start':
      return { ...workload, launches: Math.min(workload.launches, 5) }
    case 'fan':
      return { ...workload, times: 1 }
    case 'documents':
      // Payload's own code takes some hundred documents until it is compiled; a worker lives for weeks.
      return { ...workload, times: 10 }
    default:
      return workload
  }
}
