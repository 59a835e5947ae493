import type { GraphProblem } from '../graph/types.js'
import type { ProviderErrorAction, ProviderErrorCode } from '../providers/types.js'

import { withoutWords } from '../graph/withoutWords.js'

/** Everything the product throws on purpose. `message` is a sentence for a person; `code` is stable. */
export abstract class WorkflowError extends Error {
  abstract readonly code: string
  abstract readonly status: number
  /** Further facts for the answer's `data`, besides `code`. */
  get data(): Record<string, unknown> {
    return {}
  }
  /** Written out in each class: a host's minified build renames classes, and clients read this name. */
  abstract override get name(): string
}

export class NotAuthenticatedError extends WorkflowError {
  override get name(): string {
    return 'NotAuthenticatedError'
  }
  readonly code = 'not_authenticated'
  readonly status = 401
  constructor() {
    super('Log in first, then try again.')
  }
}

export class ForbiddenError extends WorkflowError {
  override get name(): string {
    return 'ForbiddenError'
  }
  readonly code: string
  readonly status = 403
  constructor({ code = 'forbidden', message }: { code?: string; message: string }) {
    super(message)
    this.code = code
  }
}

/** Also for rows of other workspaces: existence does not leak. */
export class NotFoundError extends WorkflowError {
  override get name(): string {
    return 'NotFoundError'
  }
  readonly code: string
  readonly status = 404
  private readonly facts: Record<string, unknown>
  constructor({
    what,
    code = 'not_found',
    data = {},
  }: {
    what: string
    code?: string
    data?: Record<string, unknown>
  }) {
    super(`${what} was not found.`)
    this.code = code
    this.facts = data
  }
  override get data() {
    return this.facts
  }
}

export class ConflictError extends WorkflowError {
  override get name(): string {
    return 'ConflictError'
  }
  readonly code: string
  readonly status = 409
  private readonly facts: Record<string, unknown>
  constructor({
    code,
    message,
    data = {},
  }: {
    code: string
    message: string
    data?: Record<string, unknown>
  }) {
    super(message)
    this.code = code
    this.facts = data
  }
  override get data() {
    return this.facts
  }
}

export class IllegalTransitionError extends ConflictError {
  override get name(): string {
    return 'IllegalTransitionError'
  }
  constructor({ action, status, allowed }: { action: string; status: string; allowed: string[] }) {
    super({
      code: 'illegal_transition',
      message: `Cannot ${action} an execution that is ${status}. Allowed now: ${allowed.join(', ') || 'nothing'}.`,
      data: { status, allowed },
    })
  }
}

/** One thing that is wrong, as answers have it. */
type Issue = Omit<GraphProblem, 'words'> | { code: string; message: string; path: string }

export class InvalidInputError extends WorkflowError {
  override get name(): string {
    return 'InvalidInputError'
  }
  readonly code: string
  readonly status = 422
  readonly issues: Issue[]
  private readonly facts: Record<string, unknown>
  constructor({
    code = 'validation_failed',
    message,
    issues,
    data = {},
  }: {
    code?: string
    message?: string
    issues: (GraphProblem | Issue)[]
    data?: Record<string, unknown>
  }) {
    super(message ?? issues[0]?.message ?? 'The input is not valid.')
    this.code = code
    this.issues = issues.map(withoutWords)
    this.facts = data
  }
  override get data() {
    return { issues: this.issues, ...this.facts }
  }
}

export class BadRequestError extends WorkflowError {
  override get name(): string {
    return 'BadRequestError'
  }
  readonly code: string
  readonly status = 400
  constructor({ code = 'bad_request', message }: { code?: string; message: string }) {
    super(message)
    this.code = code
  }
}

export class PayloadTooLargeError extends WorkflowError {
  override get name(): string {
    return 'PayloadTooLargeError'
  }
  readonly code = 'too_large'
  readonly status = 413
  constructor({ limitBytes }: { limitBytes: number }) {
    super(`The request is larger than ${Math.round(limitBytes / 1024)} kB.`)
  }
}

/** A worker that no longer holds its job: someone else has it, or it was stopped. Never shown to people. */
export class FencedError extends WorkflowError {
  override get name(): string {
    return 'FencedError'
  }
  readonly code = 'fenced'
  readonly status = 409
  constructor({ job }: { job: string }) {
    super(`The claim on agent job ${job} is no longer held.`)
  }
}

/** Between the ledger's yes and the request this process was frozen: nothing was sent, and the ledger is asked again. */
export class StoodStillError extends WorkflowError {
  override get name(): string {
    return 'StoodStillError'
  }
  readonly code = 'stood_still'
  readonly status = 409
  constructor() {
    super('The worker stood still before it could ask the provider.')
  }
}

/** The transaction of a completion did not commit, or was broken by something inside it. */
export class TransactionLostError extends WorkflowError {
  override get name(): string {
    return 'TransactionLostError'
  }
  readonly code = 'transaction_lost'
  readonly status = 500
  constructor({ reason }: { reason: string }) {
    super(`The transaction was lost: ${reason}.`)
  }
}

/** The connection was lost while COMMIT was under way: only another connection can tell whether it happened. */
export class CommitUnansweredError extends TransactionLostError {
  override get name(): string {
    return 'CommitUnansweredError'
  }
  constructor({ cause }: { cause: unknown }) {
    super({ reason: 'its COMMIT was not answered' })
    this.cause = cause
  }
}

/**
 * What providers throw; tells the runtime what to do next.
 *
 * `message` is a sentence for a person, and is stored: no key in it. `action` decides: `retry` = again with back-off,
 * a try is counted; `wait` = again after `retryAfterMs` (30,000 without), by no worker before, and no try is counted;
 * `fail` = the job ends; `pause` = the execution pauses until a person resumes it. `requestId` helps to find the call
 * at the provider.
 */
export class ProviderError extends WorkflowError {
  override get name(): string {
    return 'ProviderError'
  }
  readonly code: ProviderErrorCode
  readonly status = 502
  readonly action: ProviderErrorAction
  readonly retryAfterMs: number | null
  readonly requestId: string | null
  constructor({
    code,
    action,
    message,
    retryAfterMs = null,
    requestId = null,
  }: {
    code: ProviderErrorCode
    action: ProviderErrorAction
    message: string
    retryAfterMs?: number | null
    requestId?: string | null
  }) {
    super(message)
    this.code = code
    this.action = action
    this.retryAfterMs = retryAfterMs
    this.requestId = requestId
  }
}

/** What a node handler throws when trying again cannot help. */
export class PermanentNodeError extends WorkflowError {
  override get name(): string {
    return 'PermanentNodeError'
  }
  readonly code: string
  readonly status = 422
  constructor({ code, message }: { code: string; message: string }) {
    super(message)
    this.code = code
  }
}

/** What a node handler throws to be run again later without counting an attempt. */
export class RetryLaterError extends WorkflowError {
  override get name(): string {
    return 'RetryLaterError'
  }
  readonly code = 'retry_later'
  readonly status = 503
  readonly afterMs: number
  constructor({ afterMs, message }: { afterMs: number; message: string }) {
    super(message)
    this.afterMs = afterMs
  }
}
