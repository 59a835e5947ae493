import type { PayloadRequest } from 'payload'

import type { ControlResult } from '../../db/types.js'
import type { ExecutionDetail, ExecutionStatus } from './types.js'

import { controlExecution as control } from '../../db/statements/controlExecution.js'
import { crashPoint } from '../../runtime/crashPoints.js'
import { getEngine } from '../../runtime/engine.js'
import { IllegalTransitionError } from '../../runtime/errors.js'
import { findExecution } from './findExecution.js'
import { allowedActions } from './presentExecution.js'
import { showExecution } from './readExecution.js'

/**
 * pause: nothing new starts. resume: goes on where it was. stop: open calls are cut, what was made stays.
 * @throws IllegalTransitionError with what is allowed instead.
 */
export async function controlExecution({
  req,
  id,
  action,
}: {
  req: PayloadRequest
  id: unknown
  action: 'pause' | 'resume' | 'stop'
}): Promise<ExecutionDetail> {
  const { id: exec } = await findExecution({ req, id, role: 'editor' })
  const engine = getEngine(req.payload)
  crashPoint('control_before_commit')
  const result = await control(engine.pools.durable, {
    id: exec,
    action,
    by: String(req.user?.id),
    bells: engine.bells(),
  })
  if (!result.ok) throw illegal(action, result)
  engine.live.touched(exec)
  return showExecution({ req, exec })
}

/** The 409 of a control that the status does not allow. */
export function illegal(action: string, result: ControlResult): IllegalTransitionError {
  const status = (result.status === 'pausing' ? 'paused' : result.status) ?? 'gone'
  return new IllegalTransitionError({
    action,
    status,
    allowed: result.status ? allowedActions(status as ExecutionStatus, result.reason ?? null) : [],
  })
}
