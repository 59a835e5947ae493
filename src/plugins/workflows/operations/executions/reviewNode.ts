import type { PayloadRequest } from 'payload'

import type { DecisionResult } from '../../db/statements/decideReview.js'
import type { JsonObject, PlanNode } from '../../graph/types.js'
import type { Engine } from '../../runtime/engine.js'
import type { ReviewItem } from '../../runtime/reviewItems.js'
import type { ExecutionDetail } from './types.js'

import { requireUser } from '../../access/requireUser.js'
import { requireWorkspaceRole } from '../../access/requireWorkspaceRole.js'
import { readDecision } from '../../db/statements/readDecision.js'
import { withTransaction } from '../../db/withTransaction.js'
import { recordDecision } from '../../runtime/decideReview.js'
import { getEngine } from '../../runtime/engine.js'
import { ConflictError, ForbiddenError, InvalidInputError } from '../../runtime/errors.js'
import { readReviewItems } from '../../runtime/reviewItems.js'
import { createSemaphore } from '../../runtime/semaphore.js'
import { findExecution } from './findExecution.js'
import { requireNode } from './mendNode.js'
import { iso } from './presentExecution.js'
import { showExecution } from './readExecution.js'
import { writeReviewEdits } from './writeReviewEdits.js'

export interface ReviewAnswer {
  nodeId: string
  decision: 'approve' | 'reject'
  comment?: string | null
  /** Job ids that go on; absent = all. */
  selected?: string[]
  /** `title` and `text` of an item, and any further field of its document. */
  edits?: { jobId: string; data: JsonObject }[]
}

/**
 * A person's answer. Edits change the documents in the transaction that records the answer, as the reviewer.
 * @throws ForbiddenError not a reviewer, ConflictError somebody (or the clock) was first, or nothing waits.
 */
export async function reviewNode({
  req,
  id,
  answer,
}: {
  req: PayloadRequest
  id: unknown
  answer: ReviewAnswer
}): Promise<ExecutionDetail> {
  const { id: exec, workspace } = await findExecution({ req, id, role: 'viewer' })
  const engine = getEngine(req.payload)
  const { node, plan } = await requireNode({ req, exec, nodeId: answer.nodeId })
  if (node.type !== 'review') {
    throw new InvalidInputError({
      code: 'not_a_review',
      issues: [
        {
          code: 'not_a_review',
          message: `"${node.label}" is no review; there is nothing to answer.`,
          path: 'nodeId',
        },
      ],
    })
  }
  await requireReviewer({ req, node, workspace })
  const items = await readReviewItems({ engine, exec, plan, node: node.id })
  const edits = answer.decision === 'approve' ? (answer.edits ?? []) : []
  requireKnownJobs({ items, selected: answer.selected, edits })
  const user = requireUser(req)
  const decision = {
    engine,
    exec,
    nodeId: node.id,
    handlesRejection: node.handlesRejection,
    items,
    ...(answer.selected && { selected: answer.selected }),
    edits,
    decision: answer.decision,
    by: String(user.id),
    byName: nameOf(user),
    comment: answer.comment ?? null,
  }
  if (edits.length === 0) {
    requireFirst(await recordDecision(decision))
  } else {
    await inTurn(engine, async () => {
      // Who comes too late learns it before documents are touched and hooks of the host run.
      requireFirst(await readDecision(engine.pools.durable, { exec, node: node.id }))
      await withTransaction({ payload: req.payload, req }, async (tx) => {
        // Documents first: the execution's lock comes after them, everywhere.
        await writeReviewEdits({ engine, tx, items, edits })
        requireFirst(await recordDecision({ ...decision, db: tx.sql }))
      })
    })
  }
  engine.live.touched(exec)
  return showExecution({ req, exec })
}

const turns = new WeakMap<Engine, ReturnType<typeof createSemaphore>>()

/**
 * One at a time: Payload looks for editors' locks outside the transaction, on a second connection, and the
 * committer of documents leaves two of the pool's.
 */
function inTurn<T>(engine: Engine, run: () => Promise<T>): Promise<T> {
  const turn = turns.get(engine) ?? createSemaphore(1)
  turns.set(engine, turn)
  return turn(run)
}

async function requireReviewer({
  req,
  node,
  workspace,
}: {
  req: PayloadRequest
  node: PlanNode
  workspace: string | number | null
}): Promise<void> {
  const { reviewers } = node.config
  if (!Array.isArray(reviewers) || reviewers.length === 0) {
    return requireWorkspaceRole({ req, workspace, role: 'editor', what: 'The execution' })
  }
  const user = requireUser(req)
  const isNamed = reviewers.some(
    (reviewer) => reviewer === String(user.id) || (user.email && reviewer === user.email),
  )
  if (isNamed) return
  throw new ForbiddenError({
    code: 'not_a_reviewer',
    message: `Only the reviewers named in "${node.label}" may answer it. Ask one of them, or whoever made the workflow.`,
  })
}

function requireKnownJobs({
  items,
  selected = [],
  edits,
}: {
  items: ReviewItem[]
  selected?: string[]
  edits: { jobId: string }[]
}): void {
  const known = new Set(items.map(({ jobId }) => jobId))
  const issues = [
    ...selected.map((jobId, index) => ({ jobId, path: `selected[${index}]` })),
    ...edits.map(({ jobId }, index) => ({ jobId, path: `edits[${index}].jobId` })),
  ]
    .filter(({ jobId }) => !known.has(jobId))
    .map(({ jobId, path }) => ({
      code: 'unknown_job',
      message: `Nothing that waits here was made by the agent job ${jobId}.`,
      path,
    }))
  if (issues.length > 0) throw new InvalidInputError({ code: 'unknown_job', issues })
}

function requireFirst(result: DecisionResult): void {
  if (result.ok) return
  const { decision, byName, at } = result
  const status = result.status === 'pausing' ? 'paused' : result.status
  throw new ConflictError({
    code: decision ? 'already_decided' : 'not_waiting',
    message: decision
      ? `${byName ?? 'Somebody'} has answered already: ${decision === 'approve' ? 'approved' : 'rejected'}.`
      : 'This review is not waiting for an answer.',
    data: { status, decision, decidedBy: byName, decidedAt: iso(at), allowed: [] },
  })
}

function nameOf(user: ReturnType<typeof requireUser>): string {
  const { name, email } = user
  return typeof name === 'string' && name !== '' ? name : (email ?? String(user.id))
}
