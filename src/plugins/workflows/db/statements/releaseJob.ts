import type { SqlExecutor } from '../executor.js'
import type { Claim, JobError } from '../types.js'

/** Gives a claimed job back, to be tried again after `delayMs`. `counted` = the try used up an attempt. */
export async function releaseJob(
  db: SqlExecutor,
  {
    claim,
    owner,
    delayMs,
    counted,
    error,
  }: { claim: Claim; owner: string; delayMs: number; counted: boolean; error: JobError | null },
): Promise<'ok' | 'fenced'> {
  const [row] = await db.query<{ answer: 'ok' | 'fenced' }>({
    name: 'workflows_release',
    text: 'select payload_workflows.release($1::uuid, $2::text, $3::int, $4::bigint, $5::text, $6::float8, $7::boolean, $8::jsonb) as answer',
    values: [
      claim.exec,
      claim.node,
      claim.idx,
      claim.fence,
      owner,
      delayMs,
      counted,
      error ? JSON.stringify(error) : null,
    ],
  })
  return row?.answer ?? 'fenced'
}
