import type { SqlExecutor } from '../executor.js'
import type { Claim, FinishedJob, FinishResult } from '../types.js'

/**
 * The hot path: fences, outputs, counters, merges, planning of what follows, event, projections and the next
 * claims of the caller in one statement. `items` sorted by execution; `want` = slots the caller can fill.
 */
export async function completeJobs(
  db: SqlExecutor,
  {
    items,
    owner,
    want,
    bells,
  }: { items: FinishedJob[]; owner: string; want: number; bells: number },
): Promise<{ results: FinishResult[]; claims: Claim[] }> {
  const [row] = await db.query<{ answer: { results: FinishResult[]; claims: Claim[] } }>({
    name: 'workflows_complete',
    text: 'select payload_workflows.complete($1::jsonb, $2::text, $3::int, $4::int) as answer',
    values: [JSON.stringify(items), owner, want, bells],
  })
  return row?.answer ?? { results: [], claims: [] }
}
