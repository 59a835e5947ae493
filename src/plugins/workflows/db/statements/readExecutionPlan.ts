import type { SqlExecutor } from '../executor.js'

/** Id of the plan an execution runs by now; null when there is no such execution. */
export async function readExecutionPlan(
  db: SqlExecutor,
  { exec }: { exec: string },
): Promise<string | null> {
  const [row] = await db.query<{ plan: string }>({
    name: 'workflows_read_execution_plan',
    text: 'select plan from payload_workflows.execution where id = $1::uuid',
    values: [exec],
  })
  return row?.plan ?? null
}
