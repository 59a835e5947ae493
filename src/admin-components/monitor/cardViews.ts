import type {
  AgentJob,
  ExecutionDetail,
  NodeState,
} from '../../plugins/workflows/operations/executions/types.js'
import type { CardView, FlowGraph, FlowStep, Thumb } from '../flow/types.js'
import type { PillStatus } from '../shared/StatusPill/index.js'
import type { Words } from './words.js'

import { formatDuration } from '../shared/format/formatDuration.js'
import { streamKey } from './applyEvent.js'
import { fieldOf } from './outputFields.js'
import { partialCopy } from './partialCopy.js'

/** What a card was drawn from. */
interface Source {
  node: NodeState
  jobs: readonly AgentJob[]
  status: PillStatus
  text: string
}

export interface Drawn extends Source {
  view: CardView
}

/** What each card shows at the moment; `before` are those of the last time, which stay where nothing changed. */
export function cardViews({
  detail,
  graph,
  streams,
  words,
  before = new Map(),
}: {
  detail: ExecutionDetail
  graph: FlowGraph
  streams: ReadonlyMap<string, string>
  words: Words
  before?: ReadonlyMap<string, Drawn>
}): Map<string, Drawn> {
  const steps = new Map(graph.steps.map((step) => [step.id, step]))
  const byNode = jobsByNode(detail)
  return new Map(
    detail.nodes.map((node) => {
      const jobs = byNode.get(node.id) ?? []
      const status = shownStatus({ node, jobs, detail })
      const text = status === 'running' ? writing(jobs, streams) : ''
      const source = { node, jobs, status, text }
      const old = before.get(node.id)
      if (old && isSame(old, source)) return [node.id, old]
      return [node.id, { ...source, view: viewOf({ ...source, step: steps.get(node.id), words }) }]
    }),
  )
}

const isSame = (a: Source, b: Source): boolean =>
  a.node === b.node &&
  a.status === b.status &&
  a.text === b.text &&
  a.jobs.length === b.jobs.length &&
  a.jobs.every((job, at) => job === b.jobs[at])

export function jobsByNode({ jobs }: ExecutionDetail): Map<string, AgentJob[]> {
  const found = new Map<string, AgentJob[]>()
  for (const job of jobs) {
    const own = found.get(job.nodeId)
    if (own) own.push(job)
    else found.set(job.nodeId, [job])
  }
  for (const own of found.values()) own.sort((a, b) => a.index - b.index)
  return found
}

/** A node that would run but for a pause is paused. */
export function shownStatus({
  node,
  jobs,
  detail,
}: {
  node: NodeState
  jobs: AgentJob[]
  detail: ExecutionDetail
}): PillStatus {
  const held = detail.status === 'paused' && detail.pauseReason !== 'review'
  const idle = !jobs.some(({ status }) => status === 'running')
  return held && idle && node.status === 'running' ? 'paused' : node.status
}

function viewOf({
  node,
  step,
  jobs,
  status,
  text,
  words,
}: Source & { step: FlowStep | undefined; words: Words }): CardView {
  const thumbs = node.type === 'generate_image' && status !== 'pending' ? jobs.map(thumbOf) : []
  return {
    status,
    note: noteOf({ node, step, status, jobs, words }),
    done: node.itemsDone,
    total: node.itemsTotal,
    ...(text && { text }),
    ...(thumbs.length > 0 && { thumbs }),
    ...(node.branch && { branch: node.branch }),
  }
}

/** The text of the first running item that has some. */
export function writing(jobs: readonly AgentJob[], streams: ReadonlyMap<string, string>): string {
  for (const { nodeId, index, status } of jobs) {
    const written = status === 'running' ? streams.get(streamKey(nodeId, index)) : undefined
    const { title, text } = partialCopy(written ?? '')
    if (text || title) return text || title
  }
  return ''
}

const thumbOf = (job: AgentJob): Thumb => ({
  key: job.id,
  url: fieldOf(job.output, 'url') || null,
  alt: fieldOf(job.output, 'alt'),
  status: job.status,
})

function noteOf({
  node,
  step,
  status,
  jobs,
  words: { t, locale },
}: {
  node: NodeState
  step: FlowStep | undefined
  status: PillStatus
  jobs: readonly AgentJob[]
  words: Words
}): string {
  const first = step?.summary.split(' · ')[0] ?? ''
  switch (status) {
    case 'completed': {
      const branch = step?.branches.find(({ id }) => id === node.branch)?.label
      const { startedAt, completedAt } = node
      const took =
        startedAt && completedAt
          ? formatDuration({ ms: Date.parse(completedAt) - Date.parse(startedAt), locale })
          : ''
      const what = branch ?? (node.review?.decidedBy || first)
      return [what, took].filter(Boolean).join(' · ')
    }
    case 'failed': {
      const failed = jobs.filter((job) => job.status === 'failed').length
      return t('monitor:failedItems', { count: failed || 1 })
    }
    case 'skipped':
      return t('monitor:notNeeded')
    default:
      return step?.summary ?? ''
  }
}
