import { createHash } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

import type { Claim } from '../db/types.js'
import type { StoredAnswer } from '../db/statements/beginCall.js'
import type { JsonObject } from '../graph/types.js'
import type { Provider, ProviderCall } from '../providers/types.js'
import type { Engine } from './engine.js'

import { beginCall } from '../db/statements/beginCall.js'
import { blockProvider } from '../db/statements/blockProvider.js'
import { failCall } from '../db/statements/failCall.js'
import { finishCall } from '../db/statements/finishCall.js'
import { isInfrastructureError } from '../db/infrastructureErrors.js'
import { principalGone } from './actingUser.js'
import { crashPoint } from './crashPoints.js'
import { FencedError, ProviderError, StoodStillError } from './errors.js'

/** A provider's answer in the form the ledger keeps. `blob` = image bytes. */
export interface LedgerAnswer {
  response: JsonObject
  blob: Buffer | null
  model: string
  requestId: string | null
  tokensIn: number
  tokensOut: number
  cost: number
}

/**
 * Identity of a paid call. Without the prompt on purpose: after a crash the same step of the same job gets the
 * stored answer even if a context document was edited in between. `gen` moves with a person's retry only.
 */
export function callKey({ claim, step }: { claim: Claim; step: string }): string {
  return createHash('sha256')
    .update([claim.exec, claim.node, claim.idx, claim.gen, step].join('\n'))
    .digest('hex')
}

/** What a provider's call gets from the ledger. */
export type LedgerCall = Required<Pick<ProviderCall, 'beforeSend' | 'idempotencyKey'>>

/**
 * Makes a paid call at most once that is needed: stored answer → no call; provider blocked by a 429 → later;
 * else call, and store the answer before anything looks at it.
 * @throws FencedError when the job is no longer held, PermanentNodeError `principal_gone` when the account that
 * launched is, ProviderError by the provider.
 */
export async function callThroughLedger({
  engine,
  claim,
  owner,
  step,
  provider,
  call,
}: {
  engine: Engine
  claim: Claim
  owner: string
  step: string
  provider: Provider
  call: (call: LedgerCall) => Promise<LedgerAnswer>
}): Promise<{ answer: LedgerAnswer; fromLedger: boolean }> {
  const { durable } = engine.pools
  const key = callKey({ claim, step })
  for (;;) {
    const askedAt = performance.now()
    const start = await beginCall(durable, { key, claim, owner, step, provider: provider.id })
    if (start.state === 'fenced') throw new FencedError({ job: claim.pub })
    if (start.state === 'stored') return { answer: restore(start), fromLedger: true }
    if (start.state === 'unowned') throw principalGone()
    if (start.state === 'blocked') {
      throw new ProviderError({
        code: 'rate_limited',
        action: 'wait',
        message: `${provider.label} asked us to wait; next try in ${Math.ceil(start.retryAfterMs / 1000)} s.`,
        retryAfterMs: start.retryAfterMs,
      })
    }
    crashPoint('after_reserve')
    const beforeSend = () => assertMoving({ engine, askedAt })
    try {
      beforeSend()
      const answer = await call({ idempotencyKey: key, beforeSend })
      crashPoint('after_http')
      const kept = await insistently(() =>
        finishCall(durable, { key, provider: provider.id, ...answer }),
      )
      crashPoint('after_memo')
      // Somebody stored an answer first (an overtaken worker): that one counts, so that all see the same text.
      return kept.state === 'stored'
        ? { answer: restore(kept), fromLedger: true }
        : { answer, fromLedger: false }
    } catch (error) {
      // Nothing was sent. Who has the job by now, and whether there is an answer, the ledger knows.
      if (error instanceof StoodStillError) continue
      const said = error instanceof ProviderError ? error : null
      if (said?.action === 'wait' && said.retryAfterMs !== null) {
        await blockProvider(durable, { provider: provider.id, ms: said.retryAfterMs })
      }
      // Also when we cut it off ourselves: others wait for the answer of a call that probes the provider.
      await failCall(durable, { key, provider: provider.id, requestId: said?.requestId ?? null })
      throw error
    }
  }
}

/**
 * A yes of the ledger is one for half a lease, or as long as heartbeats get through: a process that was frozen goes on
 * with it before it learns that others have the job, and may have the answer by now. Nobody takes over before a whole one.
 */
function assertMoving({ engine, askedAt }: { engine: Engine; askedAt: number }): void {
  const heardAt = Math.max(askedAt, engine.beatAt())
  const freshMs = engine.site.options.limits.leaseSeconds * 500
  if (performance.now() - heardAt >= freshMs) throw new StoodStillError()
}

/** A paid answer in memory is worth waiting for the database: about 25 s, then the lease is long gone. */
async function insistently<T>(store: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store()
    } catch (error) {
      if (attempt >= 8 || !isInfrastructureError(error)) throw error
      await setTimeout(Math.min(5_000, 100 * 2 ** attempt))
    }
  }
}

function restore(stored: StoredAnswer): LedgerAnswer {
  return {
    response: stored.response,
    blob: stored.blob === null ? null : Buffer.from(stored.blob, 'base64'),
    model: stored.model,
    requestId: stored.requestId,
    tokensIn: stored.tokensIn,
    tokensOut: stored.tokensOut,
    cost: Number(stored.cost),
  }
}
