import type { SqlExecutor } from '../executor.js'

/** Notes that a call got no answer (a stored one is never overwritten) and lets another call probe the provider. */
export async function failCall(
  db: SqlExecutor,
  { key, provider, requestId }: { key: string; provider: string; requestId: string | null },
): Promise<void> {
  await db.query({
    name: 'workflows_fail_call',
    text: `with probe as (update payload_workflows.provider_block set probe_until = null where provider = $3)
           update payload_workflows.call set state = 'failed', request_id = $2, finished_at = clock_timestamp()
           where key = $1 and state = 'started'`,
    values: [key, requestId, provider],
  })
}
