import type { SqlExecutor } from '../executor.js'
import type { ControlResult } from '../types.js'

/** Leaves a node out; what it made so far stays, what follows goes on without the rest. */
export async function skipNode(
  db: SqlExecutor,
  { id, node, by, bells }: { id: string; node: string; by: string; bells: number },
): Promise<ControlResult> {
  const [row] = await db.query<{ answer: ControlResult }>({
    name: 'workflows_skip',
    text: 'select payload_workflows.skip($1::uuid, $2::text, $3::text, $4::int) as answer',
    values: [id, node, by, bells],
  })
  return row?.answer ?? { ok: false, status: null }
}
