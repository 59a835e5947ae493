import type { PayloadRequest } from 'payload'

import type { ExecutionDetail } from './types.js'

import { readExecutionState } from '../../db/statements/readExecutionState.js'
import { getEngine } from '../../runtime/engine.js'
import { NotFoundError } from '../../runtime/errors.js'
import { findExecution } from './findExecution.js'
import { presentExecution } from './presentExecution.js'

/** @throws NotFoundError also for executions of other workspaces. */
export async function readExecution({
  req,
  id,
}: {
  req: PayloadRequest
  id: unknown
}): Promise<ExecutionDetail> {
  const { id: exec } = await findExecution({ req, id, role: 'viewer' })
  return showExecution({ req, exec })
}

/** For callers that have checked the rights already. */
export async function showExecution({
  req,
  exec,
}: {
  req: PayloadRequest
  exec: string
}): Promise<ExecutionDetail> {
  const engine = getEngine(req.payload)
  const state = await readExecutionState(engine.pools.durable, { tables: engine.tables, exec })
  if (!state) throw new NotFoundError({ what: 'The execution' })
  return presentExecution({ state, plan: await engine.plan(state.execution.plan) })
}
