/** What every engine of the bench can be asked to do. Steps cost nothing unless `sleepMs` says so. */
export type Workload =
  /** All launched at once, each `length` steps one after the other. */
  | { kind: 'chains'; executions: number; length: number; concurrency: number; byApi?: boolean }
  /** One at a time with idle time between: from the launch to the end of the last step. */
  | { kind: 'chain'; length: number; launches: number; concurrency: number }
  /** One at a time: from the launch to the first line of the first step. */
  | { kind: 'start'; launches: number; concurrency: number; byApi?: boolean }
  /** One step, `width` steps side by side, one that waits for all of them. */
  | { kind: 'fan'; width: number; sleepMs: number; times: number; concurrency: number }
  /** Texts and images stored as documents and media; `provider` makes them, by default one that is asked over HTTP. */
  | {
      kind: 'documents'
      copies: number
      images: number
      times: number
      concurrency: number
      provider?: 'instant'
    }
  /** As `documents`, from a worker process of its own: what that process held at most. */
  | { kind: 'memory'; concurrency: number }
  /** Jobs in chains of 100, memory after garbage collection at each tenth of them. */
  | { kind: 'soak'; jobs: number; concurrency: number }
  /** What the screens ask of a database with `executions` finished executions in it. */
  | { kind: 'queries'; times: number }

export interface Run {
  /** Steps that ran. */
  jobs: number
  /** From the first launch to the last end. */
  ms: number
  /** One figure a launch, in ms; what `memory`, `soak` and `queries` put here is said where they are. */
  samples: number[]
  /** Named figures beside `samples`. */
  details?: Record<string, unknown>
}

export interface Peer {
  setUp: () => Promise<void>
  run: (workload: Workload) => Promise<Run>
  tearDown: () => Promise<void>
}

/** What a peer is made from, in a process of its own. */
export interface PeerSite {
  databaseUri: string
  /** Finished executions that are stored before anything is measured. */
  stored?: number
}

export type PeerName =
  'engine' | 'bareLoop' | 'graphileWorker' | 'payloadJobs' | 'dbos' | 'n8n' | 'directus'

/** A peer that is not installed here: the sentence says what to do about it. */
export class PeerAbsentError extends Error {}

/** What one step leaves, the same for every engine that keeps results: about 100 bytes. */
export const stepOutput = (value: number) => ({
  ok: true,
  count: 1,
  value,
  text: 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl',
})

/** Connections that each engine may open for its own work; the engine under test opens fewer. */
export const POOL_SIZE = 20
