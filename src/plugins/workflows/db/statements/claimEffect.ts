import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

export interface EffectRow {
  /** Null: the slot has made nothing yet. */
  collection: string | null
  documentId: string | null
  contentHash: string | null
  /** Server process of the transaction's connection. */
  pid: number
}

/**
 * The first statement of a document's transaction. A second writer of the same slot waits here until the first
 * one has committed, and then sees its document.
 */
export async function claimEffect(
  db: SqlExecutor,
  { claim, slot }: { claim: Claim; slot: string },
): Promise<EffectRow> {
  const [row] = await db.query<{ effect: EffectRow }>({
    name: 'workflows_claim_effect',
    text: 'select payload_workflows.claim_effect($1::uuid, $2::text, $3::int, $4::text, $5::bigint) as effect',
    values: [claim.exec, claim.node, claim.idx, slot, claim.fence],
  })
  if (!row) throw new Error('The effect ledger answered nothing')
  return row.effect
}
