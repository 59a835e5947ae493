import type { Payload, PayloadRequest } from 'payload'

import type { Transaction } from '../../db/withTransaction.js'
import type { ActingUser } from '../../options.js'
import type { SanitizedOptions } from '../../sanitizeOptions.js'
import type { HostId } from '../cmsTypes.js'
import type { EffectLedger } from './effectLedger.js'

import { sessionOf } from '../../db/executor.js'
import { TransactionLostError } from '../errors.js'

/** The agent job that writes. */
export interface WritingJob {
  executionId: string
  nodeId: string
  index: number
  jobId: string
  workspace: HostId | null
  project: HostId | null
  test: boolean
}

/** Everything one write needs; made once for each completion. */
export interface CmsEnvironment {
  payload: Payload
  tx: Transaction
  user: ActingUser & NonNullable<PayloadRequest['user']>
  options: Pick<SanitizedOptions, 'documents' | 'media' | 'workspaces' | 'projects'>
  effects: EffectLedger
  job: WritingJob
}

/**
 * A nested call that failed inside a host's hook rolls the transaction back in silence; what is
 * written after that would be committed at once, without the completion it belongs to. So every
 * write is preceded by this check (engine-protocol.md P3).
 */
export function createAliveCheck({
  payload,
  tx: { req },
}: Pick<CmsEnvironment, 'payload' | 'tx'>): () => Promise<void> {
  const begunAs = req.transactionID
  return async () => {
    const id = await req.transactionID
    const isSame = id !== undefined && id !== null && id === (await begunAs)
    if (!isSame || !sessionOf(payload, id)) {
      throw new TransactionLostError({ reason: 'an operation inside it failed and rolled it back' })
    }
  }
}
