import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

/** Which document the slot made; same transaction as the document. */
export async function recordEffect(
  db: SqlExecutor,
  {
    claim,
    slot,
    collection,
    documentId,
    contentHash,
  }: { claim: Claim; slot: string; collection: string; documentId: string; contentHash: string },
): Promise<void> {
  await db.query({
    name: 'workflows_record_effect',
    text: `update payload_workflows.effect set collection = $5, doc_id = $6, content_hash = $7, at = clock_timestamp(),
             discarded_at = null
           where exec = $1::uuid and node = $2 and idx = $3 and slot = $4`,
    values: [claim.exec, claim.node, claim.idx, slot, collection, documentId, contentHash],
  })
}
