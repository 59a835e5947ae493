import type {
  ExecutionChange,
  ExecutionEvent,
  JobChange,
  NodeChange,
} from '../../client/events/types.js'
import type {
  AgentJob,
  ExecutionDetail,
} from '../../plugins/workflows/operations/executions/types.js'
import type { Heard } from './types.js'

import { keepSame } from './keepSame.js'

export interface LiveState {
  detail: ExecutionDetail
  /** Text as it is written, by `node/index`. */
  streams: ReadonlyMap<string, string>
  heard: readonly Heard[]
  /** Something happened that only the server can tell in full. */
  stale: boolean
}

/** What is shown of a text being written; more would only cost memory. */
const LONGEST_STREAM = 20_000
const LONGEST_MEMORY = 200

export const streamKey = (nodeId: string, index: number): string => `${nodeId}/${index}`

export const startLive = (detail: ExecutionDetail): LiveState => ({
  detail,
  streams: new Map(),
  heard: [],
  stale: false,
})

/** One event's change. Events of a newer server that are unknown here change nothing. */
export function applyEvent(state: LiveState, event: ExecutionEvent): LiveState {
  const next = change(state, event)
  const seq = Number(event.id)
  if (event.id === null || !(seq > next.detail.seq)) return next
  return { ...next, detail: { ...next.detail, seq } }
}

function change(state: LiveState, event: ExecutionEvent): LiveState {
  switch (event.event) {
    case 'snapshot':
      return applySnapshot(state, event.data)
    case 'execution':
      return applyExecution(state, event.data)
    case 'node':
      return applyNode(state, event.data)
    case 'job':
      return applyJob(state, event.data)
    case 'token': {
      const { nodeId, index, text } = event.data
      const key = streamKey(nodeId, index)
      const written = ((state.streams.get(key) ?? '') + text).slice(-LONGEST_STREAM)
      return { ...state, streams: new Map(state.streams).set(key, written) }
    }
    case 'end':
      return {
        ...state,
        streams: new Map(),
        stale: true,
        detail: { ...state.detail, status: event.data.status },
      }
    default:
      return state
  }
}

function applySnapshot(state: LiveState, detail: ExecutionDetail): LiveState {
  // Read before events that are here already: what comes next is asked for again.
  if (detail.seq < state.detail.seq) return { ...state, stale: true }
  const running = new Set(
    detail.jobs
      .filter(({ status }) => status === 'running')
      .map(({ nodeId, index }) => streamKey(nodeId, index)),
  )
  const streams = new Map([...state.streams].filter(([key]) => running.has(key)))
  return { ...state, detail: keepSame(state.detail, detail), streams, stale: false }
}

function applyExecution(state: LiveState, data: ExecutionChange): LiveState {
  const { detail } = state
  switch (data.kind) {
    case 'progress': {
      const { percent, itemsDone, itemsTotal, tokensIn, tokensOut, cost } = data
      const { progress, totals } = detail
      return {
        ...state,
        detail: {
          ...detail,
          progress: {
            ...progress,
            percent: percent ?? progress.percent,
            itemsDone: itemsDone ?? progress.itemsDone,
            itemsTotal: itemsTotal ?? progress.itemsTotal,
          },
          totals: {
            tokensIn: tokensIn ?? totals.tokensIn,
            tokensOut: tokensOut ?? totals.tokensOut,
            cost: cost ?? totals.cost,
          },
        },
      }
    }
    case 'execution': {
      const { status, pauseReason = null, error } = data
      const changed = { ...detail, status: status ?? detail.status, pauseReason }
      return {
        ...state,
        stale: true,
        detail: error === undefined ? changed : { ...changed, error: withNode(error, detail) },
      }
    }
    case 'control': {
      if (!data.action) return { ...state, stale: true }
      const entry: Heard = { at: data.at, action: data.action, nodeId: data.nodeId ?? null }
      const heard = [...state.heard, entry].slice(-LONGEST_MEMORY)
      return { ...state, heard, stale: true }
    }
    default:
      return { ...state, stale: true }
  }
}

const withNode = (
  error: ExecutionChange['error'],
  detail: ExecutionDetail,
): ExecutionDetail['error'] =>
  error ? { ...error, nodeId: error.nodeId ?? detail.error?.nodeId ?? null } : null

function applyNode(state: LiveState, data: NodeChange): LiveState {
  const { detail } = state
  const known = detail.nodes.some(({ id }) => id === data.nodeId)
  if (!known) return { ...state, stale: true }
  const nodes = detail.nodes.map((node) =>
    node.id === data.nodeId
      ? {
          ...node,
          status: data.status,
          itemsTotal: data.total ?? node.itemsTotal,
          startedAt: node.startedAt ?? (data.status === 'running' ? data.at : null),
          ...(data.branch && { branch: data.branch }),
          ...(data.error && { error: data.error }),
        }
      : node,
  )
  // Its jobs, and what a review waits for, are only in the detail.
  return { ...state, stale: true, detail: { ...detail, nodes } }
}

function applyJob(state: LiveState, data: JobChange): LiveState {
  const { detail } = state
  const old = detail.jobs.find(({ id }) => id === data.id)
  const key = streamKey(data.nodeId, data.index)
  if (!old) return { ...state, stale: true }
  // Live news may overtake the stored ones: a finished job does not run again without a retry.
  if (data.status === 'running' && old.status === 'completed') return state
  const job = changedJob(old, data)
  const finished = job.status === 'completed' && old.status !== 'completed'
  const streams = new Map(state.streams)
  if (job.status !== old.status) streams.delete(key)
  return {
    ...state,
    streams,
    stale: state.stale || job.status !== 'running',
    detail: {
      ...detail,
      jobs: detail.jobs.map((candidate) => (candidate === old ? job : candidate)),
      nodes: detail.nodes.map((node) =>
        node.id === data.nodeId
          ? {
              ...node,
              itemsDone: node.itemsDone + (finished ? 1 : 0),
              status:
                node.status === 'pending' && job.status === 'running' ? 'running' : node.status,
            }
          : node,
      ),
    },
  }
}

function changedJob(job: AgentJob, { status, at, error }: JobChange): AgentJob {
  const now = at ?? new Date().toISOString()
  return {
    ...job,
    status,
    error: error ?? (status === 'completed' ? null : job.error),
    startedAt: status === 'running' ? now : job.startedAt,
    completedAt: status === 'completed' || status === 'failed' ? now : null,
  }
}
