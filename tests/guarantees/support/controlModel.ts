import type { Claim } from '../../../src/plugins/workflows/db/types.js'
import type { WorkflowGraph } from '../../../src/plugins/workflows/graph/types.js'

/**
 * What an execution may do, as src/plugins/workflows/runtime/README.md tells it, in a hundred lines: no locks, no counters,
 * no events. A test presses the same buttons here and in the database and compares.
 */
export type NodeState =
  'pending' | 'active' | 'waiting' | 'done' | 'failed' | 'skipped' | 'cancelled'

interface ModelJob {
  state: 'open' | 'running' | 'waiting' | 'done' | 'failed' | 'skipped' | 'cancelled'
  /** Who holds it. */
  claim: Claim | null
  attempts: number
}

interface ModelNode {
  state: NodeState
  before: string[]
  quantity: number
  isReview: boolean
  /** A person left it out before it began. */
  skip: boolean
  jobs: ModelJob[]
}

type Status = 'pending' | 'running' | 'pausing' | 'paused' | 'completed' | 'failed' | 'stopped'

export interface ControlModel {
  status: Status
  reason: 'user' | 'review' | 'budget' | null
  nodes: Map<string, ModelNode>
  /** Claims a worker has been given, also those it has lost since. */
  held: Claim[]
}

/** An execution of the graph that nobody has begun. */
export function launched({ nodes: given, edges }: WorkflowGraph): ControlModel {
  const nodes = given.map(({ id, type, config }): [string, ModelNode] => [
    id,
    {
      state: 'pending',
      before: edges.filter(({ target }) => target === id).map(({ source }) => source),
      quantity: typeof config.quantity === 'number' ? config.quantity : 1,
      isReview: type === 'review',
      skip: false,
      jobs: [],
    },
  ])
  const model: ControlModel = { status: 'pending', reason: null, nodes: new Map(nodes), held: [] }
  goOn(model)
  return model
}

const LIVE: readonly Status[] = ['pending', 'running', 'pausing', 'paused']
const nodesOf = (model: ControlModel) => [...model.nodes.values()]
const jobsOf = (model: ControlModel) => nodesOf(model).flatMap(({ jobs }) => jobs)
const isLive = ({ status }: ControlModel) => LIVE.includes(status)
const mayBeMended = (model: ControlModel) => isLive(model) || model.status === 'failed'

export function nodeOf(model: ControlModel, id: string): ModelNode {
  const node = model.nodes.get(id)
  if (!node) throw new Error(`The model has no node ${id}.`)
  return node
}

const jobOf = (model: ControlModel, claim: Claim) =>
  nodeOf(model, claim.node).jobs.find((job) => job.state === 'running' && job.claim === claim)

/** Nodes behind what is settled begin, or are left out. */
function goOn(model: ControlModel): void {
  const isSettled = (id: string) => ['done', 'skipped'].includes(nodeOf(model, id).state)
  for (const node of nodesOf(model)) {
    if (node.state !== 'pending' || !node.before.every(isSettled)) continue
    if (node.skip) {
      node.state = 'skipped'
      return goOn(model)
    }
    node.state = node.isReview ? 'waiting' : 'active'
    node.jobs = Array.from({ length: node.quantity }, () => ({
      state: node.isReview ? 'waiting' : 'open',
      claim: null,
      attempts: 0,
    }))
  }
}

/** What every change ends with. */
function close(model: ControlModel, { byWorker = false } = {}): void {
  if (!isLive(model)) return
  const active = nodesOf(model).filter(({ state }) => state === 'active').length
  const waiting = nodesOf(model).filter(({ state }) => state === 'waiting').length
  const set = (status: Status, reason: ControlModel['reason'] = null) =>
    Object.assign(model, { status, reason })
  if (active + waiting === 0) {
    set(nodesOf(model).some(({ state }) => state === 'failed') ? 'failed' : 'completed')
  } else if (model.status === 'pausing') {
    if (jobsOf(model).every(({ state }) => state !== 'running')) set('paused', model.reason)
  } else if (model.status !== 'paused' && active === 0) set('paused', 'review')
  else if (model.status === 'paused' && model.reason === 'review' && active > 0) set('running')
  else if (model.status === 'pending' && byWorker) set('running')
}

function settle(model: ControlModel, node: ModelNode): void {
  if (node.jobs.some(({ state }) => ['open', 'running', 'waiting'].includes(state))) return
  node.state = node.jobs.some(({ state }) => state === 'failed') ? 'failed' : 'done'
  goOn(model)
}

function cancel(model: ControlModel): void {
  for (const job of jobsOf(model)) {
    if (['open', 'running', 'waiting'].includes(job.state)) {
      Object.assign(job, { state: 'cancelled', claim: null })
    }
  }
  for (const node of nodesOf(model)) {
    if (node.state === 'active' || node.state === 'waiting') node.state = 'cancelled'
  }
}

/** A failed execution goes on, with what a time limit cut off. */
function reopen(model: ControlModel): void {
  if (model.status !== 'failed') return
  Object.assign(model, { status: 'running', reason: null })
  for (const node of nodesOf(model)) {
    for (const job of node.jobs) {
      if (job.state === 'cancelled') {
        Object.assign(job, { state: node.isReview ? 'waiting' : 'open', attempts: 0 })
      }
    }
    if (node.state === 'cancelled') node.state = node.isReview ? 'waiting' : 'active'
  }
}

/** Each answers whether it is allowed, and has done it if so. */
export const buttons = {
  pause: (model: ControlModel): boolean => {
    if (model.status !== 'pending' && model.status !== 'running') return false
    Object.assign(model, { status: 'pausing', reason: 'user' })
    close(model)
    return true
  },
  resume: (model: ControlModel): boolean => {
    if (!['pausing', 'paused'].includes(model.status) || model.reason === 'review') return false
    Object.assign(model, { status: 'running', reason: null })
    close(model)
    return true
  },
  stop: (model: ControlModel): boolean => {
    if (!isLive(model)) return false
    cancel(model)
    Object.assign(model, { status: 'stopped', reason: null })
    return true
  },
  retry: (model: ControlModel, id: string): boolean => {
    const node = nodeOf(model, id)
    if (!mayBeMended(model) || !['failed', 'cancelled'].includes(node.state)) return false
    if (node.state === 'failed') {
      for (const job of node.jobs) {
        if (job.state !== 'failed' && job.state !== 'cancelled') continue
        Object.assign(job, { state: node.isReview ? 'waiting' : 'open', attempts: 0 })
      }
      node.state = node.isReview ? 'waiting' : 'active'
    }
    reopen(model)
    close(model)
    return true
  },
  skip: (model: ControlModel, id: string): boolean => {
    const node = nodeOf(model, id)
    const isRunning = node.jobs.some(({ state }) => state === 'running')
    const fits = ['pending', 'active', 'failed', 'cancelled'].includes(node.state)
    if (!mayBeMended(model) || isRunning || !fits) return false
    if (node.state === 'pending') {
      node.skip = true
      return true
    }
    for (const job of node.jobs) if (job.state !== 'done') job.state = 'skipped'
    node.state = 'skipped'
    reopen(model)
    goOn(model)
    close(model)
    return true
  },
  /** Another quantity, as long as none of the node's jobs has begun. */
  adjust: (model: ControlModel, id: string, quantity: number): boolean => {
    const node = nodeOf(model, id)
    const hasBegun = node.jobs.some(({ state, attempts }) => state !== 'open' || attempts > 0)
    if (!['pausing', 'paused'].includes(model.status) || hasBegun) return false
    node.quantity = quantity
    if (node.state === 'active') {
      node.jobs = Array.from({ length: quantity }, () => ({
        state: 'open',
        claim: null,
        attempts: 0,
      }))
    }
    return true
  },
  decide: (model: ControlModel, id: string, decision: 'approve' | 'reject'): boolean => {
    const node = nodeOf(model, id)
    if (!isLive(model) || node.state !== 'waiting') return false
    for (const job of node.jobs) job.state = decision === 'approve' ? 'done' : 'failed'
    if (model.reason === 'review') Object.assign(model, { status: 'running', reason: null })
    settle(model, node)
    close(model)
    return true
  },
}

/** What workers and the clock do. */
export const happenings = {
  /** How many jobs a worker that asks for `limit` is given. */
  claimable: (model: ControlModel, limit: number): number => {
    if (model.status !== 'pending' && model.status !== 'running') return 0
    return Math.min(limit, jobsOf(model).filter(({ state }) => state === 'open').length)
  },
  claimed: (model: ControlModel, claim: Claim): void => {
    const job = nodeOf(model, claim.node).jobs[claim.idx]
    if (job?.state !== 'open') throw new Error(`${claim.node} ${claim.idx} was not to be had.`)
    Object.assign(job, { state: 'running', claim, attempts: job.attempts + 1 })
    model.held.push(claim)
    close(model, { byWorker: true })
  },
  /** Answers whether the claim was still held. */
  complete: (model: ControlModel, claim: Claim, ok: boolean): boolean => {
    const job = jobOf(model, claim)
    if (!job) return false
    Object.assign(job, { state: ok ? 'done' : 'failed', claim: null })
    settle(model, nodeOf(model, claim.node))
    close(model, { byWorker: true })
    return true
  },
  release: (
    model: ControlModel,
    claim: Claim,
    { counted, pause }: { counted: boolean; pause: boolean },
  ): boolean => {
    const job = jobOf(model, claim)
    if (!job) return false
    if (pause && (model.status === 'pending' || model.status === 'running')) {
      Object.assign(model, { status: 'pausing', reason: 'budget' })
    }
    Object.assign(job, { state: 'open', claim: null, attempts: job.attempts - (counted ? 0 : 1) })
    close(model)
    return true
  },
  /** Nobody knows of what runs any more. Answers how many jobs that were. */
  lose: (model: ControlModel): number => {
    const lost = jobsOf(model).filter(({ state }) => state === 'running')
    for (const job of lost) {
      Object.assign(job, { state: 'open', claim: null, attempts: Math.max(0, job.attempts - 1) })
    }
    if (lost.length > 0) close(model)
    return lost.length
  },
  /** The clock of the limit stands still while people are waited for. */
  timeLimit: (model: ControlModel): void => {
    if (model.status !== 'pending' && model.status !== 'running') return
    cancel(model)
    Object.assign(model, { status: 'failed', reason: null })
  },
}

/** As a screen shows it. */
export function shownNodes(model: ControlModel): Record<string, string> {
  const shown = [...model.nodes].map(([id, { state, jobs }]): [string, string] => {
    switch (state) {
      case 'pending':
        return [id, model.status === 'stopped' ? 'cancelled' : 'pending']
      case 'active':
        return [id, jobs.every((job) => job.state === 'open') ? 'pending' : 'running']
      case 'done':
        return [id, 'completed']
      default:
        return [id, state]
    }
  })
  return Object.fromEntries(shown)
}
