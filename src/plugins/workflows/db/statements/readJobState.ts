import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

/** State of a job if it still carries the claim's fence: whether a COMMIT happened. It is on disk then. */
export async function readJobState(
  db: SqlExecutor,
  { claim }: { claim: Claim },
): Promise<string | null> {
  const [row] = await db.query<{ state: string }>({
    name: 'workflows_read_job_state',
    text: `select state, payload_workflows.flush() from payload_workflows.job
           where exec = $1::uuid and node = $2 and idx = $3 and fence = $4`,
    values: [claim.exec, claim.node, claim.idx, claim.fence],
  })
  return row?.state ?? null
}
