import type { ExecutionDetail } from '../../plugins/workflows/operations/executions/types.js'
import type { PillStatus } from '../shared/StatusPill/index.js'
import type { LiveState } from './applyEvent.js'
import type { Heard } from './types.js'

export type ActivityKind =
  | `heard_${Heard['action']}`
  | 'approved'
  | 'completed'
  | 'failed'
  | 'itemCompleted'
  | 'itemFailed'
  | 'launched'
  | 'nodeStarted'
  | 'rejected'
  | 'stopped'

export interface Activity {
  key: string
  at: string
  kind: ActivityKind
  status: PillStatus
  /** Label of the node it is about. */
  name: string
  /** 1-based number of the item. */
  item?: number
  by?: string
  /** An error's sentence or a reviewer's comment. */
  text?: string
}

/** What happened, newest first: from what is kept, and from what was heard while watching. */
export function activityOf({ detail, heard }: Pick<LiveState, 'detail' | 'heard'>): Activity[] {
  const labels = new Map(detail.nodes.map(({ id, label }) => [id, label]))
  const nameOf = (id: string | null) => (id ? (labels.get(id) ?? id) : '')
  const list: Activity[] = [
    { key: 'launched', at: detail.createdAt, kind: 'launched', status: 'pending', name: '' },
    ...ending(detail),
    ...heard.map(({ at, action, nodeId }, index): Activity => ({
      key: `heard-${index}`,
      at,
      kind: `heard_${action}`,
      status: action === 'stop' || action === 'timeout' ? 'stopped' : 'paused',
      name: nameOf(nodeId),
    })),
  ]
  for (const node of detail.nodes) {
    const { id, label, startedAt, review } = node
    if (startedAt) {
      const kind = 'nodeStarted'
      list.push({ key: `start-${id}`, at: startedAt, kind, status: 'running', name: label })
    }
    if (review?.decidedAt) {
      list.push({
        key: `review-${id}`,
        at: review.decidedAt,
        kind: review.decision === 'reject' ? 'rejected' : 'approved',
        status: review.decision === 'reject' ? 'failed' : 'completed',
        name: label,
        by: review.decidedBy ?? '',
        ...(review.comment && { text: review.comment }),
      })
    }
  }
  for (const { id, nodeId, index, status, completedAt, error } of detail.jobs) {
    if (!completedAt || (status !== 'completed' && status !== 'failed')) continue
    list.push({
      key: id,
      at: completedAt,
      kind: status === 'failed' ? 'itemFailed' : 'itemCompleted',
      status,
      name: nameOf(nodeId),
      item: index + 1,
      ...(error && { text: error.message }),
    })
  }
  return list.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

function ending({ status, completedAt }: ExecutionDetail): Activity[] {
  const over = status === 'completed' || status === 'failed' || status === 'stopped'
  return over && completedAt
    ? [{ key: 'end', at: completedAt, kind: status, status, name: '' }]
    : []
}
