import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

/** Takes up to `limit` ready jobs of any execution; never waits. */
export async function claimJobs(
  db: SqlExecutor,
  { owner, limit }: { owner: string; limit: number },
): Promise<Claim[]> {
  const [row] = await db.query<{ claims: Claim[] }>({
    name: 'workflows_claim',
    text: 'select payload_workflows.claim($1, $2) as claims',
    values: [owner, limit],
  })
  return row?.claims ?? []
}
