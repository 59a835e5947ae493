import type { SqlExecutor } from '../executor.js'

/** The documents are gone; the execution's row stays and says since when. */
export async function markDiscarded(
  db: SqlExecutor,
  { exec, gone }: { exec: string; gone: { node: string; idx: number; slot: string }[] },
): Promise<void> {
  await db.query({
    name: 'workflows_mark_discarded',
    text: `with marked as (
             update payload_workflows.effect f set discarded_at = clock_timestamp()
             from jsonb_to_recordset($2::jsonb) as g (node text, idx int, slot text)
             where f.exec = $1::uuid and f.node = g.node and f.idx = g.idx and f.slot = g.slot)
           update payload_workflows.execution set discarded_at = coalesce(discarded_at, clock_timestamp())
           where id = $1::uuid`,
    values: [exec, JSON.stringify(gone)],
  })
}
