import type { SqlExecutor } from '../executor.js'

export interface ProgressRow {
  id: string
  plan: string
  nodes: number
  done_nodes: number
}

/** Node counts of a page of executions. */
export async function readProgress(
  db: SqlExecutor,
  { ids }: { ids: string[] },
): Promise<ProgressRow[]> {
  return db.query<ProgressRow>({
    name: 'workflows_read_progress',
    text: 'select id::text, plan, nodes, done_nodes from payload_workflows.execution where id = any ($1::uuid[])',
    values: [ids],
  })
}
