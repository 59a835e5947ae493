import type { JobError } from '../../db/types.js'
import type { JsonObject, JsonValue } from '../../graph/types.js'

/** As people and APIs see it; the engine's `pausing` is `paused` already: nothing new starts. */
export type ExecutionStatus = 'pending' | 'running' | 'paused' | 'completed' | 'failed' | 'stopped'

export type NodeStatus =
  'pending' | 'running' | 'waiting' | 'completed' | 'failed' | 'skipped' | 'cancelled'

export type AgentJobStatus =
  'pending' | 'running' | 'completed' | 'failed' | 'skipped' | 'cancelled'

export type ExecutionAction =
  'pause' | 'resume' | 'stop' | 'retry-node' | 'skip-node' | 'review' | 'adjust'

export interface AgentJob {
  id: string
  nodeId: string
  jobType: string
  /** 0-based. */
  index: number
  status: AgentJobStatus
  attempts: number
  input: JsonValue
  output: JsonValue
  error: JobError | null
  tokensIn: number
  tokensOut: number
  /** US dollars. */
  cost: number
  model: string | null
  queuedAt: string | null
  startedAt: string | null
  completedAt: string | null
}

export interface NodeState {
  id: string
  type: string
  label: string
  status: NodeStatus
  itemsDone: number
  itemsTotal: number
  tokens: number
  cost: number
  startedAt: string | null
  completedAt: string | null
  /** Test runs: the execution whose outputs it repeats instead of running again. */
  pinnedFrom?: string
  /** Conditional: the branch that was taken. */
  branch?: string
  /** Review: who answered, how, when; `autoAt` while it waits. */
  review?: {
    autoAt: string | null
    decision: 'approve' | 'reject' | null
    decidedBy: string | null
    decidedAt: string | null
    comment: string | null
  }
  error?: JobError
}

export interface Progress {
  percent: number
  completedNodes: number
  totalNodes: number
  itemsDone: number
  itemsTotal: number
  currentNodes: { id: string; label: string }[]
  etaMs: number | null
}

export interface ExecutionSummary {
  id: string
  template: { id: string | number | null; name: string }
  workspace: string | number | null
  project: string | number | null
  launchedBy: string | number | null
  status: ExecutionStatus
  pauseReason: 'user' | 'review' | 'budget' | null
  test: boolean
  progress: Progress
  totals: { tokensIn: number; tokensOut: number; cost: number }
  error: (JobError & { nodeId: string | null }) | null
  startedAt: string | null
  completedAt: string | null
  createdAt: string
}

export interface ExecutionDetail extends ExecutionSummary {
  params: JsonObject
  nodes: NodeState[]
  jobs: AgentJob[]
  outputs: {
    documents: {
      collection: string
      id: string | number
      title: string
      jobId: string
      nodeId: string
    }[]
    media: { id: string | number; url: string; alt: string; jobId: string; nodeId: string }[]
  }
  /** Test runs: since when what it made is thrown away; what is gone is no output any more. */
  discardedAt: string | null
  /** What may be done in this status; whether the user may is their role's business. */
  allowed: ExecutionAction[]
  /** Number of the newest event: where a stream of events goes on. */
  seq: number
}
