import { TransactionLostError, WorkflowError } from '../runtime/errors.js'

/** Postgres: connection lost, server restarting, deadlock, serialisation, lock wait. */
const INFRASTRUCTURE =
  /^(08|57P|53|40001$|40P01$|55P03$|25P03$|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/

/** An error of the engine's own connections says nothing about the node. */
export function isInfrastructureError(error: unknown): boolean {
  if (error instanceof TransactionLostError) return true
  if (error instanceof WorkflowError || !(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (INFRASTRUCTURE.test(code)) return true
  // pg throws these without a code.
  if (
    /Connection terminated|not queryable|timeout exceeded when trying to connect|terminating connection|cannot begin transaction/.test(
      error.message,
    )
  ) {
    return true
  }
  return error.cause !== undefined && isInfrastructureError(error.cause)
}
