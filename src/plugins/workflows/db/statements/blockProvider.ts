import type { SqlExecutor } from '../executor.js'

/** A 429 that every worker obeys. */
export async function blockProvider(
  db: SqlExecutor,
  { provider, ms }: { provider: string; ms: number },
): Promise<void> {
  await db.query({
    name: 'workflows_block_provider',
    text: 'select payload_workflows.block_provider($1::text, $2::float8)',
    values: [provider, ms],
  })
}
