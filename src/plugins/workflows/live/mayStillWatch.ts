import type { PayloadRequest } from 'payload'

import { createLocalReq, executeAuthStrategies } from 'payload'

import { findExecution } from '../operations/executions/findExecution.js'
import { WorkflowError } from '../runtime/errors.js'

/**
 * Whether who opened a stream would still be let in. Asked anew from the request's own credentials, because a stream
 * outlives a logout, an expired token and a membership. A database that is away is no refusal.
 */
export async function mayStillWatch({
  req,
  exec,
}: {
  req: PayloadRequest
  exec: string
}): Promise<boolean> {
  const { payload, headers } = req
  try {
    const { user } = await executeAuthStrategies({ canSetHeaders: false, headers, payload })
    // A request of its own: this one remembers what memberships were like when it came.
    const fresh = await createLocalReq(user ? { user } : {}, payload)
    await findExecution({ req: fresh, id: exec, role: 'viewer' })
    return true
  } catch (error) {
    return !(error instanceof WorkflowError)
  }
}
