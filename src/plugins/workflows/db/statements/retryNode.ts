import type { SqlExecutor } from '../executor.js'
import type { ControlResult } from '../types.js'

/** Runs the failed jobs of a node again, and what follows. */
export async function retryNode(
  db: SqlExecutor,
  { id, node, by, bells }: { id: string; node: string; by: string; bells: number },
): Promise<ControlResult> {
  const [row] = await db.query<{ answer: ControlResult }>({
    name: 'workflows_retry',
    text: 'select payload_workflows.retry($1::uuid, $2::text, $3::text, $4::int) as answer',
    values: [id, node, by, bells],
  })
  return row?.answer ?? { ok: false, status: null }
}
