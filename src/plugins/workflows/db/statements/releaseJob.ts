import type { SqlExecutor } from '../executor.js'
import type { Claim, JobError } from '../types.js'

/** How a claimed job is given back. */
export interface Release {
  /** It is tried again after so many milliseconds. */
  delayMs: number
  /** The try used up an attempt. */
  counted: boolean
  error: JobError | null
  /** A person must act before anything is tried again: the execution pauses in the same statement. */
  pause: boolean
}

/** Gives a claimed job back. `fenced`: somebody else has it by now, nothing was changed. */
export async function releaseJob(
  db: SqlExecutor,
  { claim, owner, delayMs, counted, error, pause }: Release & { claim: Claim; owner: string },
): Promise<'ok' | 'fenced'> {
  const [row] = await db.query<{ answer: 'ok' | 'fenced' }>({
    name: 'workflows_release',
    text: 'select payload_workflows.release($1::uuid, $2::text, $3::int, $4::bigint, $5::text, $6::float8, $7::boolean, $8::jsonb, $9::boolean) as answer',
    values: [
      claim.exec,
      claim.node,
      claim.idx,
      claim.fence,
      owner,
      delayMs,
      counted,
      error ? JSON.stringify(error) : null,
      pause,
    ],
  })
  return row?.answer ?? 'fenced'
}
