import type { APIError } from 'openai'

import { ProviderError } from '../runtime/errors.js'
import type { FailedCall } from './classifyError.js'
import { redactSecrets } from './redact.js'
import { adviceFor, refusedParameter } from './refusedParameter.js'
import { readRetryAfter } from './retryAfter.js'
import type { ProviderErrorAction, ProviderErrorCode } from './types.js'

/** Pause after a 429 that names none: a third of the minute most limits are counted by. */
export const DEFAULT_RATE_LIMIT_PAUSE_MS = 20_000

/** Codes and types by which servers say that money, not patience, is missing (niche-and-parts.md 5.4). */
const BILLING = new Set([
  'insufficient_quota',
  'credit_balance_exhausted',
  'organization_spend_limit_exceeded',
  'project_spend_limit_exceeded',
  'organization_usage_limit_exceeded',
  'billing_hard_limit_reached',
  'billing_not_active',
  'insufficient_balance',
])

/** By words only where they cannot mean a rate limit: Gemini calls those "exceeded your current quota". */
const BILLING_WORDS = /insufficient (balance|credits?|funds)|credit balance|spend(ing)? limit/i

const POLICY = new Set([
  'content_policy_violation',
  'content_filter',
  'moderation_blocked',
  'responsibleaipolicyviolation',
])

interface Facts {
  status: number | null
  /** `code` and `type` of the error body, lower case. */
  labels: string[]
  message: string
}

interface Verdict {
  code: ProviderErrorCode
  action: ProviderErrorAction
  message: string
  retryAfterMs?: number
}

/** Judges an answer with an error status, or an error event inside a stream. */
export function classifyStatus(error: APIError, call: FailedCall): ProviderError {
  const status = typeof error.status === 'number' ? error.status : null
  const facts: Facts = {
    status,
    labels: [error.code, error.type].flatMap((label) =>
      typeof label === 'string' ? [label.toLowerCase()] : [],
    ),
    message: redactSecrets(error.message.replace(/^\d{3} /, ''), call.secrets),
  }
  const headers = error.headers instanceof Headers ? error.headers : undefined
  const verdict = judge({ facts, error, call, retryAfterMs: readRetryAfter(headers) })
  return new ProviderError({
    ...verdict,
    message: redactSecrets(verdict.message, call.secrets),
    requestId: error.requestID ?? null,
  })
}

function judge({
  facts,
  error,
  call,
  retryAfterMs,
}: {
  facts: Facts
  error: APIError
  call: FailedCall
  retryAfterMs: number | null
}): Verdict {
  const { status, labels, message } = facts
  if (isBilling(facts)) {
    return {
      code: 'provider_billing',
      action: 'pause',
      message: `${call.host} refuses to work until its bill is settled: ${message} Top up the account or raise its limit, then resume.`,
    }
  }
  if (labels.some((label) => POLICY.has(label))) {
    return {
      code: 'content_policy',
      action: 'fail',
      message: `${call.host} refused the request by its content policy: ${message} Edit the prompt and retry, or skip the item.`,
    }
  }
  if (status === 429 || labels.includes('rate_limit_exceeded')) {
    return rateLimited({ message, retryAfterMs })
  }
  if (status === 401 || status === 403 || labels.includes('invalid_api_key')) {
    return {
      code: 'provider_auth',
      action: 'fail',
      message: `${call.host} does not accept the API key (${status ?? 'no status'}): ${message} Check the key and what it may use, then retry.`,
    }
  }
  if (status === null || status >= 500 || [408, 409, 425].includes(status)) {
    return {
      code: status === 408 ? 'provider_timeout' : 'provider_unavailable',
      action: 'retry',
      message: `${call.host} has a problem of its own (${status ?? 'in the stream'}): ${message}`,
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
    }
  }
  if (status === 404 || labels.includes('model_not_found')) return notFound({ facts, call })
  return badRequest({ facts, error, call, status })
}

function isBilling({ status, labels, message }: Facts): boolean {
  if (status === 402 || labels.some((label) => BILLING.has(label))) return true
  return (status === 429 || status === 403) && BILLING_WORDS.test(message)
}

function rateLimited({
  message,
  retryAfterMs,
}: {
  message: string
  retryAfterMs: number | null
}): Verdict {
  // OpenAI answers 429 also to one request above the whole limit per minute: waiting never helps.
  if (/request too large/i.test(message)) {
    return {
      code: 'provider_bad_request',
      action: 'fail',
      message: `The request is larger than the account may send at once: ${message} Use fewer context documents or another model.`,
    }
  }
  const pause = retryAfterMs ?? DEFAULT_RATE_LIMIT_PAUSE_MS
  return {
    code: 'rate_limited',
    action: 'wait',
    message: `Rate limit reached; next try in ${Math.ceil(pause / 1000)} s.`,
    retryAfterMs: pause,
  }
}

function notFound({ facts, call }: { facts: Facts; call: FailedCall }): Verdict {
  if (facts.labels.includes('model_not_found') || /model/i.test(facts.message)) {
    const which = call.model ? `the model "${call.model}"` : 'the model'
    return {
      code: 'model_not_found',
      action: 'fail',
      message: `${call.host} does not offer ${which}: ${facts.message} Choose another model in the node.`,
    }
  }
  return {
    code: 'provider_bad_request',
    action: 'fail',
    message: `${call.host} has nothing at this address (404): ${facts.message} Check the provider's base URL; it usually ends in /v1.`,
  }
}

function badRequest({
  facts,
  error,
  call,
  status,
}: {
  facts: Facts
  error: APIError
  call: FailedCall
  status: number
}): Verdict {
  const parameter = refusedParameter({ ...error, message: facts.message })
  const where = typeof error.param === 'string' && error.param ? `, ${error.param}` : ''
  const advice = parameter ? ` ${adviceFor(parameter)}` : redirectAdvice(status)
  return {
    code: 'provider_bad_request',
    action: 'fail',
    message: `${call.host} refused the request (${status}${where}): ${facts.message}${advice}`,
  }
}

function redirectAdvice(status: number): string {
  return status >= 300 && status < 400 ? " Set the provider's base URL to the final address." : ''
}
