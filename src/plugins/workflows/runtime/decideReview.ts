import type { DecisionResult } from '../db/statements/decideReview.js'
import type { SqlExecutor } from '../db/executor.js'
import type { Engine } from './engine.js'
import type { ReviewItem } from './reviewItems.js'

import { decideReview } from '../db/statements/decideReview.js'
import { buildReviewOutput, type ReviewEdit } from '../nodes/review/output.js'
import { crashPoint } from './crashPoints.js'

/** Writes an answer to a review. Whoever may give it, and what was edited, is settled before. */
export async function recordDecision({
  engine,
  exec,
  nodeId,
  handlesRejection,
  items,
  selected,
  edits,
  decision,
  by,
  byName,
  comment,
  db = engine.pools.durable,
}: {
  engine: Engine
  exec: string
  nodeId: string
  /** Some condition downstream reads the decision: a rejection flows on. */
  handlesRejection: boolean
  /** What waits at the review. */
  items: ReviewItem[]
  /** Job ids that go on; absent = all. */
  selected?: string[]
  edits?: ReviewEdit[]
  decision: 'approve' | 'reject'
  by: string
  byName: string
  comment: string | null
  /** An open transaction, when documents change with the answer. */
  db?: SqlExecutor
}): Promise<DecisionResult> {
  const output = buildReviewOutput({
    items,
    decision,
    comment,
    ...(selected && { selected }),
    ...(edits && { edits }),
  })
  const failed = decision === 'reject' && !handlesRejection
  crashPoint('decide_before_commit')
  const result = await decideReview(db, {
    decision: {
      exec,
      node: nodeId,
      decision,
      by,
      byName,
      comment,
      output,
      items: Number(output.count ?? 0),
      failed,
      error: failed
        ? {
            code: 'review_rejected',
            message: `${byName} rejected this${comment ? `: ${comment}` : '.'}`,
          }
        : null,
    },
    bells: engine.bells(),
  })
  return result
}
