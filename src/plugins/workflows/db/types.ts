import type { ExecutionInput } from './statements/readExecutionInput.js'
import type { OutputRow } from './statements/readNodeOutputs.js'
import type { NodeRunRow } from './statements/readNodeRuns.js'
import type { JsonObject, JsonValue } from '../graph/types.js'

/** One agent job as its holder got it. `fence` together with the owner is the right to finish it. */
export interface Claim {
  exec: string
  node: string
  idx: number
  fence: number
  /** Moves only by a person's retry: answers of an earlier gen are not used again. */
  gen: number
  attempt: number
  crashes: number
  /** Id of the job's row in the agent jobs collection. */
  pub: string
  /** Jobs of the node. */
  total: number
  type: string
  plan: string
  /** Moves when a paused execution is adjusted. */
  rev: number
  /** What it reads of the nodes before it; null = read it (more than a claim should carry). */
  scope: { runs: NodeRunRow[]; outputs: OutputRow[] } | null
  /** What the launch was given, with the first job of an execution. */
  input?: ExecutionInput
}

export interface JobError {
  code: string
  /** A sentence a person can act on. */
  message: string
  /** ISO time of the next try, if there is one. */
  retryAt?: string
  retryAfter?: number
  requestId?: string | null
}

/** What `complete` writes for one job. */
export interface FinishedJob {
  exec: string
  node: string
  idx: number
  fence: number
  owner: string
  ok: boolean
  output: JsonValue
  input?: JsonObject
  error: JobError | null
  branch: string | null
  items: number
  tokensIn: number
  tokensOut: number
  cost: number
  model: string | null
}

/** `dup`: was finished by this very claim before. `fenced`: the claim is no longer held. `busy`: try again alone. */
export type FinishResult = 'ok' | 'dup' | 'fenced' | 'busy'

export type EngineStatus =
  'pending' | 'running' | 'pausing' | 'paused' | 'completed' | 'failed' | 'stopped'

/** Answer of the control functions; `ok: false` = not allowed in the status it names. */
export interface ControlResult {
  ok: boolean
  status: EngineStatus | null
  reason?: 'user' | 'review' | 'budget' | null
  nodeStatus?: string
  begun?: string
}
