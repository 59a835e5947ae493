import type { SqlExecutor } from '../executor.js'

export interface LaunchRow {
  id: string
  plan: string
  workspace: string
  launchKey: string | null
  template: string | null
  test: boolean
  maxParallel: number
  timeoutMs: number
  /** The row of the executions collection, by column name. */
  projection: Record<string, unknown>
}

/** All or nothing; a launch key that was used before answers the execution it made. */
export async function launch(
  db: SqlExecutor,
  { row, bells }: { row: LaunchRow; bells: number },
): Promise<{ id: string; created: boolean }> {
  const [answer] = await db.query<{ answer: { id: string; created: boolean } }>({
    name: 'workflows_launch',
    text: 'select payload_workflows.launch($1::jsonb, $2::int) as answer',
    values: [JSON.stringify(row), bells],
  })
  if (!answer) throw new Error('launch answered nothing')
  return answer.answer
}
