import { causesOf, codeOf, isNetworkError } from '../runtime/causes.js'
import { TransactionLostError, WorkflowError } from '../runtime/errors.js'
import { isOfExecutor } from './executor.js'

/** Postgres: connection lost, server restarting, deadlock, serialisation, lock wait. */
const SERVER_SAID = /^(08|57P|53|40001$|40P01$|55P03$|25P03$)/

/** pg throws these without a code. */
const WITHOUT_CODE =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|terminating connection/

/** Payload keeps the words of the cause and throws it away. */
const NOT_BEGUN = /cannot begin transaction/

/**
 * An error of the connections to the database says nothing about the node. Only what a statement of the engine's or of
 * Payload's threw is one: a site's own nodes and hooks reach for other servers, whose errors look the same.
 */
export function isInfrastructureError(error: unknown): boolean {
  let isOfDatabase = false
  for (const link of causesOf(error)) {
    if (link instanceof TransactionLostError || NOT_BEGUN.test(link.message)) return true
    if (link instanceof WorkflowError) return false
    isOfDatabase ||= isOfExecutor(link) || isOfDrizzle(link)
    if (isOfDatabase && isTrouble(link)) return true
  }
  return false
}

function isTrouble(error: Error): boolean {
  return (
    SERVER_SAID.test(codeOf(error)) || WITHOUT_CODE.test(error.message) || isNetworkError(error)
  )
}

/** Drizzle's `DrizzleQueryError`, by its shape: a bundle may hold its class twice. */
function isOfDrizzle(error: Error): boolean {
  return 'query' in error && 'params' in error && error.message.startsWith('Failed query: ')
}
