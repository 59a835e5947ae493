import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

export interface EffectRow {
  inserted: boolean
  collection: string | null
  doc_id: string | null
  content_hash: string | null
}

/**
 * The first statement of a document's transaction. A second writer of the same slot waits here until the first
 * one has committed, and then sees its document.
 */
export async function claimEffect(
  db: SqlExecutor,
  { claim, slot }: { claim: Claim; slot: string },
): Promise<EffectRow> {
  const [row] = await db.query<EffectRow>({
    name: 'workflows_claim_effect',
    text: `insert into payload_workflows.effect as e (exec, node, idx, slot, fence) values ($1::uuid, $2, $3, $4, $5)
           on conflict (exec, node, idx, slot) do update set fence = excluded.fence
           returning (e.doc_id is null) as inserted, e.collection, e.doc_id, e.content_hash`,
    values: [claim.exec, claim.node, claim.idx, slot, claim.fence],
  })
  if (!row) throw new Error('The effect ledger answered nothing')
  return row
}
