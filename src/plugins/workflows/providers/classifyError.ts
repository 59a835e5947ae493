import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  OpenAIError,
} from 'openai'

import { causesOf, codeOf } from '../runtime/causes.js'
import { ProviderError, WorkflowError } from '../runtime/errors.js'
import { abortReason } from './abortReason.js'
import { classifyStatus } from './classifyStatus.js'
import { redactSecrets } from './redact.js'

/** What is known about the call that failed. */
export interface FailedCall {
  /** The signal of our own caller: its abort is not a failure of the provider. */
  signal: AbortSignal
  /** Values that must never show, e.g. the API key. */
  secrets: readonly string[]
  /** Host and port of the server, for sentences. */
  host: string
  /** Model that was asked for, for sentences. */
  model?: string
}

/**
 * Turns what the SDK, fetch or our own limits threw into a ProviderError that says what the runtime
 * does next. An abort by our own signal comes back as that signal's reason, and an error that no
 * provider can have caused comes back unchanged. Never throws.
 */
export function classifyError(error: unknown, call: FailedCall): Error {
  if (call.signal.aborted) return abortReason(call.signal)
  if (error instanceof WorkflowError) return error
  if (error instanceof APIUserAbortError || error instanceof APIConnectionTimeoutError) {
    return timedOut(call.host)
  }
  if (error instanceof APIConnectionError) return unreachable({ error, call })
  if (error instanceof APIError) return classifyStatus(error, call)
  if (error instanceof SyntaxError || error instanceof OpenAIError) {
    return new ProviderError({
      code: 'answer_invalid',
      action: 'retry',
      message: `${call.host} sent an answer that is not valid JSON.`,
    })
  }
  if (isNetworkFailure(error)) return unreachable({ error, call })
  return error instanceof Error ? error : new Error(redactSecrets(String(error), call.secrets))
}

function timedOut(host: string): ProviderError {
  return new ProviderError({
    code: 'provider_timeout',
    action: 'retry',
    message: `${host} did not answer in time. It is tried again.`,
  })
}

function unreachable({ error, call }: { error: unknown; call: FailedCall }): ProviderError {
  const chain = causesOf(error)
  const code = chain.map(codeOf).find(Boolean)
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return timedOut(call.host)
  const why = code ?? chain.at(-1)?.message ?? 'no connection'
  return new ProviderError({
    code: 'provider_network',
    action: 'retry',
    message: `The connection to ${call.host} failed (${redactSecrets(why, call.secrets)}).`,
  })
}

/** `fetch` reports a cut connection as a TypeError, the reason being in `cause`; undici by a code, its parser by a name. */
function isNetworkFailure(error: unknown): boolean {
  return causesOf(error).some(
    (link) =>
      /^(terminated|fetch failed|other side closed|socket hang up)/i.test(link.message) ||
      link.name === 'HTTPParserError' ||
      /^(UND_ERR_|Z_|E[A-Z]{4,}|CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED)/.test(codeOf(link)),
  )
}
