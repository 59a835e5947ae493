import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../graph/types.js'
import type { ExecutionDetail } from './types.js'

import { readExecutionPlan } from '../../db/statements/readExecutionPlan.js'
import { retryNode } from '../../db/statements/retryNode.js'
import { skipNode } from '../../db/statements/skipNode.js'
import { getEngine } from '../../runtime/engine.js'
import { ConflictError, InvalidInputError } from '../../runtime/errors.js'
import { changeFailedNode } from './changeFailedNode.js'
import { findExecution } from './findExecution.js'
import { showExecution } from './readExecution.js'

const ALLOWED_FOR = {
  'retry-node': 'Only a failed step can be retried',
  'skip-node': 'Only a step that failed or has not begun can be skipped',
} as const

/**
 * retry-node: the failed items of a node run again, with other settings if any are given, then what follows. skip-node: the node is left out, what
 * follows goes on with what there is.
 * @throws InvalidInputError for a node the execution does not have, ConflictError when its state forbids it.
 */
export async function mendNode({
  req,
  id,
  nodeId,
  action,
  config,
}: {
  req: PayloadRequest
  id: unknown
  nodeId: string
  action: 'retry-node' | 'skip-node'
  /** retry-node: settings of the node that are replaced first. */
  config?: JsonObject | undefined
}): Promise<ExecutionDetail> {
  const { id: exec } = await findExecution({ req, id, role: 'editor' })
  const engine = getEngine(req.payload)
  await requireNode({ req, exec, nodeId })
  const command = { id: exec, node: nodeId, by: String(req.user?.id), bells: engine.bells() }
  const change =
    action === 'retry-node' && config
      ? await changeFailedNode({ req, exec, nodeId, config })
      : undefined
  const result =
    action === 'retry-node'
      ? await retryNode(engine.pools.durable, { ...command, change })
      : await skipNode(engine.pools.durable, command)
  if ('changed' in result && result.changed) {
    throw new ConflictError({
      code: 'conflict',
      message: 'Somebody else changed this execution at the same moment. Look again and retry.',
    })
  }
  if (!result.ok) {
    const { allowed, status } = await showExecution({ req, exec })
    throw new ConflictError({
      code: 'illegal_transition',
      message: `${ALLOWED_FOR[action]}; this one is ${result.nodeStatus === 'done' ? 'completed' : (result.nodeStatus ?? 'pending')} and the execution is ${status}.`,
      data: { status, nodeStatus: result.nodeStatus, allowed },
    })
  }
  engine.live.touched(exec)
  return showExecution({ req, exec })
}

/** The node's entry in the plan the execution runs by now. */
export async function requireNode({
  req,
  exec,
  nodeId,
}: {
  req: PayloadRequest
  exec: string
  nodeId: string
}) {
  const engine = getEngine(req.payload)
  const planId = await readExecutionPlan(engine.pools.durable, { exec })
  const plan = planId ? await engine.plan(planId) : null
  const node = plan?.nodes.find((candidate) => candidate.id === nodeId)
  if (plan && node) return { plan, node }
  const known = plan?.nodes.map((candidate) => candidate.id).join(', ') ?? ''
  throw new InvalidInputError({
    code: 'unknown_node',
    issues: [
      {
        code: 'unknown_node',
        message: `This execution has no step "${nodeId}". It has: ${known}.`,
        path: 'nodeId',
      },
    ],
  })
}
