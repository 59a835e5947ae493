import OpenAI from 'openai'

import { ProviderError } from '../../runtime/errors.js'
import { abortReason } from '../abortReason.js'
import { createGuardedFetch, type CallLimits } from './guardedFetch.js'
import type { OpenAISettings } from './settings.js'

/** What a call to the server gets to work with. */
export interface ServerCall {
  client: OpenAI
  /** The options every SDK method takes: signal, headers. */
  requestOptions: { signal: AbortSignal; headers: Record<string, string> }
  /** Throws what ended the call: the SDK lets a stream end in silence when it is aborted. */
  assertOpen: () => void
}

/**
 * Makes exactly one HTTP request through a client of its own, inside the limits, and throws what
 * really ended it. An answer that is complete is handed on even if the call was aborted meanwhile: it is
 * paid for.
 */
export async function callServer<Result>({
  settings,
  key,
  limits,
  signal,
  idempotencyKey,
  beforeSend,
  run,
}: {
  settings: OpenAISettings
  key: string
  limits: CallLimits
  signal: AbortSignal
  idempotencyKey?: string
  beforeSend?: (() => void) | undefined
  run: (call: ServerCall) => Promise<Result>
}): Promise<Result> {
  const guard = createGuardedFetch({ limits, host: settings.host, signal, beforeSend })
  const assertOpen = () => {
    const tripped = guard.tripped()
    if (tripped) throw tripped
    if (signal.aborted) throw abortReason(signal)
  }
  try {
    assertOpen()
    return await run({
      client: createClient({ settings, key, fetch: guard.fetch }),
      requestOptions: {
        signal: guard.signal,
        headers: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
      },
      assertOpen,
    })
  } catch (error) {
    throw guard.tripped() ?? error
  } finally {
    guard.dispose()
  }
}

/** The key for one call. Throws ProviderError `provider_auth` (pause) where a key is needed and absent. */
export function readKey({ readKey, isOfficial, host }: OpenAISettings): string {
  const key = readKey().trim()
  if (key) return key
  // The SDK insists on a key; servers on one's own machine want none.
  if (!isOfficial) return 'none'
  throw new ProviderError({
    code: 'provider_auth',
    action: 'pause',
    message: `There is no API key for ${host}. Set OPENAI_API_KEY, restart the worker, then resume.`,
  })
}

function createClient({
  settings,
  key,
  fetch,
}: {
  settings: OpenAISettings
  key: string
  fetch: typeof globalThis.fetch
}): OpenAI {
  return new OpenAI({
    apiKey: key,
    baseURL: settings.baseURL,
    fetch,
    // A hidden retry is a second paid call that the ledger does not know of.
    maxRetries: 0,
    // Above our own limit, so that ours is the one that speaks.
    timeout: settings.timeouts.totalMs + 60_000,
    // Its error log prints prompts and answers.
    logLevel: 'off',
    // Left out, the SDK would take OPENAI_ADMIN_KEY from the environment and send it instead of the key.
    adminAPIKey: null,
    ...(settings.isOfficial ? {} : { organization: null, project: null }),
  })
}
