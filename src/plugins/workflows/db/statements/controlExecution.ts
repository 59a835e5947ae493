import type { SqlExecutor } from '../executor.js'
import type { ControlResult } from '../types.js'

export async function controlExecution(
  db: SqlExecutor,
  {
    id,
    action,
    by,
    bells,
  }: {
    id: string
    action: 'pause' | 'resume' | 'stop'
    /** Id of the user. */
    by: string
    bells: number
  },
): Promise<ControlResult> {
  const [row] = await db.query<{ answer: ControlResult }>({
    name: 'workflows_control',
    text: 'select payload_workflows.control($1::uuid, $2::text, $3::text, $4::int) as answer',
    values: [id, action, by, bells],
  })
  return row?.answer ?? { ok: false, status: null }
}
