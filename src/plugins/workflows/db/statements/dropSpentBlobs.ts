import type { SqlExecutor } from '../executor.js'

/**
 * Image bytes are kept in the ledger only until their job is done: then the media document has them. What a
 * time limit cancelled may still be retried, and needs them.
 */
export async function dropSpentBlobs(db: SqlExecutor): Promise<void> {
  await db.query({
    name: 'workflows_drop_blobs',
    text: `update payload_workflows.call c set blob = null where c.key in (
             select k.key from payload_workflows.call k join payload_workflows.job j
               on j.exec = k.exec and j.node = k.node and j.idx = k.idx
               join payload_workflows.execution e on e.id = k.exec
               where k.blob is not null
                 and (j.state in ('done', 'skipped') or (j.state = 'cancelled' and e.status = 'stopped')) limit 100)`,
    values: [],
  })
}
