import type { JobError } from '../../plugins/workflows/db/types.js'
import type {
  AgentJobStatus,
  ExecutionDetail,
  ExecutionStatus,
  NodeStatus,
} from '../../plugins/workflows/operations/executions/types.js'

/** `kind` says which of the facts are there. */
export interface ExecutionChange {
  kind: 'control' | 'execution' | 'progress' | 'review'
  at: string
  status?: ExecutionStatus
  pauseReason?: ExecutionDetail['pauseReason']
  error?: ExecutionDetail['error']
  percent?: number
  itemsDone?: number
  itemsTotal?: number
  tokensIn?: number
  tokensOut?: number
  cost?: number
  /** Of a control: what somebody did. */
  action?: 'adjust' | 'pause' | 'resume' | 'retry' | 'skip' | 'stop' | 'timeout'
  by?: string
  nodeId?: string
  decision?: 'approve' | 'reject'
}

export interface NodeChange {
  nodeId: string
  status: NodeStatus
  at: string
  total?: number
  branch?: string
  autoAt?: string | null
  error?: JobError
}

export interface JobChange {
  id: string
  nodeId: string
  index: number
  status: AgentJobStatus
  at?: string
  error?: JobError
}

/** Text as a model writes it. Never repeated: what was missed is in the finished job. */
export interface TokenChange {
  nodeId: string
  index: number
  text: string
}

interface Numbered<Event extends string, Data> {
  event: Event
  /** Where a stream goes on; null for what is not kept. */
  id: string | null
  data: Data
}

export type ExecutionEvent =
  | Numbered<'end', { status: ExecutionStatus }>
  | Numbered<'execution', ExecutionChange>
  | Numbered<'job', JobChange>
  | Numbered<'node', NodeChange>
  | Numbered<'snapshot', ExecutionDetail>
  | Numbered<'token', TokenChange>

/**
 * `polling`: no stream can be had, so a snapshot is read every two seconds. `offline`: that is not answered
 * either; it is asked for all the same.
 */
export type ConnectionState = 'connecting' | 'live' | 'offline' | 'polling'

/** How a stream ended: `ended` with the execution, `lost` with the connection. */
export type StreamOutcome = 'ended' | 'lost'
