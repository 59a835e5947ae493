import type { ExecutionPlan } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'

/** Plans never change: callers may keep what they got. */
export async function readPlan(
  db: SqlExecutor,
  { id }: { id: string },
): Promise<ExecutionPlan | null> {
  const [row] = await db.query<{ body: ExecutionPlan }>({
    name: 'workflows_read_plan',
    text: 'select body from payload_workflows.plan where id = $1',
    values: [id],
  })
  return row?.body ?? null
}
