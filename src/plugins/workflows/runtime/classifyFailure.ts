import type { JobError } from '../db/types.js'

import { isInfrastructureError } from '../db/infrastructureErrors.js'
import { causesOf, codeOf, isNetworkError } from './causes.js'
import {
  FencedError,
  PermanentNodeError,
  ProviderError,
  RetryLaterError,
  WorkflowError,
} from './errors.js'

export { isInfrastructureError }

/** What to do with a job whose handler threw. */
export type FailureAction =
  | { kind: 'fail'; error: JobError }
  /** Again after `delayMs`; `counted` = it used up an attempt. */
  | { kind: 'retry'; delayMs: number; counted: boolean; error: JobError }
  /** A person must act (no credit): the execution pauses, the job waits. */
  | { kind: 'pause'; error: JobError }
  /** Somebody else holds the job, or it was stopped: nothing may be written. */
  | { kind: 'drop' }

/** 1 s, 2, 4, 8 … capped: long enough for a provider to recover, short enough for a person to wait. */
const backoffMs = (attempt: number) => Math.min(60_000, 1_000 * 2 ** Math.max(0, attempt - 1))

export function classifyFailure({
  error,
  attempt,
  maxAttempts,
  random = Math.random,
  now = Date.now,
}: {
  error: unknown
  /** 1 at the first try. */
  attempt: number
  maxAttempts: number
  random?: () => number
  now?: () => number
}): FailureAction {
  if (error instanceof FencedError) return { kind: 'drop' }
  if (isInfrastructureError(error)) {
    return {
      kind: 'retry',
      delayMs: 1_000,
      counted: false,
      error: {
        code: 'database_unavailable',
        message: 'The database was away for a moment. The step runs again by itself.',
      },
    }
  }
  const delay = (ms: number) => Math.round(ms * (1 + random() * 0.2))
  const withNext = (known: JobError, ms: number): JobError => ({
    ...known,
    retryAt: new Date(now() + ms).toISOString(),
    retryAfter: Math.ceil(ms / 1000),
  })
  const known = describe(error)
  if (error instanceof RetryLaterError) {
    const ms = delay(error.afterMs)
    return { kind: 'retry', delayMs: ms, counted: false, error: withNext(known, ms) }
  }
  if (error instanceof ProviderError) {
    if (error.action === 'pause') return { kind: 'pause', error: known }
    if (error.action === 'fail') return { kind: 'fail', error: known }
    if (error.action === 'wait') {
      const ms = error.retryAfterMs ?? 30_000
      return { kind: 'retry', delayMs: delay(ms), counted: false, error: withNext(known, ms) }
    }
  } else if (
    error instanceof PermanentNodeError ||
    (error instanceof WorkflowError && error.status < 500)
  ) {
    return { kind: 'fail', error: known }
  }
  if (attempt >= maxAttempts) return { kind: 'fail', error: known }
  const ms = delay(backoffMs(attempt))
  return { kind: 'retry', delayMs: ms, counted: true, error: withNext(known, ms) }
}

/** Unknown errors may hold anything, a secret even: people get a sentence, the log gets the error. */
function describe(error: unknown): JobError {
  if (error instanceof ProviderError) {
    return {
      code: error.code,
      message: error.message,
      requestId: error.requestId,
      ...(error.retryAfterMs !== null && { retryAfter: Math.ceil(error.retryAfterMs / 1000) }),
    }
  }
  if (error instanceof WorkflowError) return { code: error.code, message: error.message }
  const unreachable = causesOf(error).find(isNetworkError)
  if (unreachable) {
    return {
      code: 'host_unreachable',
      message: `A server that this step needs could not be reached (${codeOf(unreachable)}). The server log of the worker has the details.`,
    }
  }
  return {
    code: 'node_error',
    message: 'This step broke in an unexpected way. The server log of the worker has the details.',
  }
}
