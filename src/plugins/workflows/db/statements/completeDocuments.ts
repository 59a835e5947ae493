import type { Claim, FinishedJob } from '../types.js'

import pg from 'pg'

/** What one slot of a job made. */
export interface MadeEffect {
  slot: string
  collection: string
  documentId: string
  contentHash: string
}

/** SQLSTATE of `complete_documents` when the claim is no longer held. */
export const FENCED_STATE = 'WF001'

/**
 * The last statement of a document's transaction, to be sent together with its COMMIT (`Transaction.commitWith`).
 * Text, not parameters: several statements in one message take none.
 */
export function completeDocumentsSql({
  item,
  effects,
  owner,
  want,
  bells,
}: {
  item: FinishedJob
  effects: MadeEffect[]
  owner: string
  /** Slots the caller can fill; its claims count once the message is answered. */
  want: number
  bells: number
}): string {
  const json = (value: unknown) => `${pg.escapeLiteral(JSON.stringify(value))}::jsonb`
  const numbers = [want, bells].map((value) => String(Math.trunc(value)))
  return `select payload_workflows.complete_documents(${json(item)}, ${json(effects)}, ${pg.escapeLiteral(owner)}, ${numbers.join(', ')}) as claims`
}

/** The row `completeDocumentsSql` answers. */
export interface CompletedDocuments {
  claims: Claim[]
}
