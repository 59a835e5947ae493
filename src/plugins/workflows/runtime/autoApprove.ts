import type { Engine } from './engine.js'

import { readExecutionPlan } from '../db/statements/readExecutionPlan.js'
import { recordDecision } from './decideReview.js'
import { readReviewItems } from './reviewItems.js'

/** The clock's answer to a review: everything goes on. A person who was quicker is not overruled. */
export async function autoApprove({
  engine,
  exec,
  node,
}: {
  engine: Engine
  exec: string
  node: string
}): Promise<void> {
  const planId = await readExecutionPlan(engine.pools.durable, { exec })
  if (!planId) return
  const plan = await engine.plan(planId)
  const planNode = plan.nodes.find(({ id }) => id === node)
  if (!planNode) return
  const { ok } = await recordDecision({
    engine,
    exec,
    nodeId: node,
    handlesRejection: planNode.handlesRejection,
    items: await readReviewItems({ engine, exec, plan, node }),
    decision: 'approve',
    by: 'auto',
    byName: 'Automatic approval',
    comment: null,
  })
  if (ok) engine.live.touched(exec)
}
