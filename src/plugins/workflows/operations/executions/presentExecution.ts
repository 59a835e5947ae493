import type { ExecutionPlan, JsonObject, PlanNode } from '../../graph/types.js'
import type { ExecutionState, JobRow } from '../../db/statements/readExecutionState.js'
import type { NodeRunRow } from '../../db/statements/readNodeRuns.js'
import type {
  AgentJob,
  AgentJobStatus,
  ExecutionAction,
  ExecutionDetail,
  ExecutionStatus,
  NodeState,
  NodeStatus,
} from './types.js'

import { presentOutputs } from './presentOutputs.js'

/** What the state machine of features.md T045 lets people do next. */
export function allowedActions(
  status: ExecutionStatus,
  pauseReason: 'user' | 'review' | 'budget' | null,
): ExecutionAction[] {
  switch (status) {
    case 'pending':
    case 'running':
      return ['pause', 'stop']
    case 'paused':
      return pauseReason === 'review' ? ['stop', 'review', 'adjust'] : ['resume', 'stop', 'adjust']
    case 'failed':
      return ['retry-node', 'skip-node']
    case 'completed':
    case 'stopped':
      return []
  }
}

export function presentExecution({
  state,
  plan,
  now = Date.now(),
}: {
  state: ExecutionState
  plan: ExecutionPlan
  now?: number
}): ExecutionDetail {
  const { execution } = state
  const status = execution.status === 'pausing' ? 'paused' : execution.status
  const place = new Map(plan.executionOrder.map((id, at) => [id, at]))
  // By node and index from the database; people read them in the order of the flow.
  const jobs = state.jobs
    .map(presentJob)
    .sort((a, b) => (place.get(a.nodeId) ?? 0) - (place.get(b.nodeId) ?? 0))
  const nodes = plan.executionOrder.flatMap((id) => {
    const node = plan.nodes.find((candidate) => candidate.id === id)
    return node ? [presentNode({ node, state, jobs, status })] : []
  })
  const done: NodeStatus[] = ['completed', 'skipped']
  return {
    id: execution.id,
    template: { id: execution.template, name: execution.template_name },
    workspace: execution.workspace,
    project: execution.project,
    launchedBy: execution.launched_by,
    status,
    pauseReason: execution.pause_reason,
    test: execution.test,
    params: execution.params,
    progress: {
      percent: execution.pct,
      completedNodes: nodes.filter((node) => done.includes(node.status)).length,
      totalNodes: plan.nodes.length,
      itemsDone: execution.items_done,
      itemsTotal: execution.items_total,
      currentNodes: nodes
        .filter((node) => node.status === 'running' || node.status === 'waiting')
        .map(({ id, label }) => ({ id, label })),
      etaMs: status === 'running' ? estimateRemaining(execution, now) : null,
    },
    nodes,
    jobs,
    outputs: presentOutputs(jobs, state.discarded),
    totals: {
      tokensIn: Number(execution.tokens_in),
      tokensOut: Number(execution.tokens_out),
      cost: Number(execution.cost),
    },
    error: execution.error,
    discardedAt: iso(execution.discarded_at),
    allowed: allowedActions(status, execution.pause_reason),
    seq: Number(execution.seq),
    startedAt: iso(execution.started_at),
    completedAt: iso(execution.completed_at),
    createdAt: iso(execution.created_at) ?? new Date(now).toISOString(),
  }
}

function presentNode({
  node,
  state,
  jobs,
  status,
}: {
  node: PlanNode
  state: ExecutionState
  jobs: AgentJob[]
  status: ExecutionStatus
}): NodeState {
  const run = state.nodes.find((row) => row.node === node.id)
  const own = jobs.filter((job) => job.nodeId === node.id)
  const review = state.reviews.filter((row) => row.node === node.id).at(-1)
  const error = own.find((job) => job.status === 'failed')?.error
  const nodeStatus = statusOf({ run, jobs: own, execution: status })
  const starts = own.flatMap((job) => job.startedAt ?? [])
  const ends = own.flatMap((job) => job.completedAt ?? [])
  const ended = !['pending', 'running', 'waiting'].includes(nodeStatus)
  return {
    id: node.id,
    type: node.type,
    label: node.label,
    status: nodeStatus,
    itemsDone: own.filter((job) => job.status === 'completed').length,
    itemsTotal: run?.total || expectedTotal(node, state.execution.params),
    tokens: own.reduce((sum, job) => sum + job.tokensIn + job.tokensOut, 0),
    cost: own.reduce((sum, job) => sum + job.cost, 0),
    startedAt: starts.sort()[0] ?? null,
    completedAt: ended ? (ends.sort().at(-1) ?? null) : null,
    ...(node.pinnedFrom && { pinnedFrom: node.pinnedFrom }),
    ...(run?.branch && { branch: run.branch }),
    ...(review && {
      review: {
        autoAt: iso(review.auto_at),
        decision: review.decision,
        decidedBy: review.decided_by_name,
        decidedAt: iso(review.decided_at),
        comment: review.comment,
      },
    }),
    ...(error && nodeStatus === 'failed' && { error }),
  }
}

function statusOf({
  run,
  jobs,
  execution,
}: {
  run: NodeRunRow | undefined
  jobs: AgentJob[]
  execution: ExecutionStatus
}): NodeStatus {
  const ended = execution === 'stopped'
  if (!run) return ended ? 'cancelled' : 'pending'
  switch (run.state) {
    case 'pending':
      return ended ? 'cancelled' : 'pending'
    case 'active':
      // Planned, but no worker has come to it yet.
      return jobs.some((job) => job.status !== 'pending') ? 'running' : 'pending'
    case 'done':
      return 'completed'
    default:
      return run.state
  }
}

function expectedTotal(node: PlanNode, params: JsonObject): number {
  if (node.quantity.kind === 'fixed') return node.quantity.value
  if (node.quantity.kind === 'param') return Number(params[node.quantity.name]) || 0
  return 0
}

function presentJob(row: JobRow): AgentJob {
  return {
    id: row.id,
    nodeId: row.node_id,
    jobType: row.job_type,
    index: Number(row.index),
    status: row.status as AgentJobStatus,
    attempts: Number(row.attempts),
    input: row.input,
    output: row.output,
    error: row.error,
    tokensIn: Number(row.tokens_in ?? 0),
    tokensOut: Number(row.tokens_out ?? 0),
    cost: Number(row.cost ?? 0),
    model: row.model,
    queuedAt: iso(row.queued_at),
    startedAt: iso(row.started_at),
    completedAt: iso(row.completed_at),
  }
}

/** What is left takes as long an item as what is done took: honest once the first items are there. */
function estimateRemaining(execution: ExecutionState['execution'], now: number): number | null {
  const { items_done: done, items_total: total, started_at: startedAt } = execution
  if (!startedAt || done === 0 || total <= done) return null
  return Math.round(((now - Date.parse(startedAt)) / done) * (total - done))
}

/** Postgres writes `+00:00`; APIs get what `toISOString` writes. */
export function iso(value: string | null | undefined): string | null {
  return value ? new Date(value).toISOString() : null
}
