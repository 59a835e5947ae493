import type { JsonObject, TemplateInput, WorkflowGraph } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { ControlResult } from '../types.js'

/** New params or config for nodes that have not begun; only while paused. The new plan is stored already. */
export async function adjustExecution(
  db: SqlExecutor,
  {
    by,
    ...change
  }: {
    exec: string
    plan: string
    changed: string[]
    params: JsonObject
    snapshot: { name: string; graph: WorkflowGraph; inputs: TemplateInput[] }
    by: string
  },
): Promise<ControlResult> {
  const [row] = await db.query<{ answer: ControlResult }>({
    name: 'workflows_adjust',
    text: 'select payload_workflows.adjust($1::jsonb, $2::text) as answer',
    values: [JSON.stringify(change), by],
  })
  return row?.answer ?? { ok: false, status: null }
}
