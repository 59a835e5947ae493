import type { SqlExecutor } from '../executor.js'

export interface NodeRunRow {
  node: string
  state: 'pending' | 'active' | 'waiting' | 'done' | 'failed' | 'skipped' | 'cancelled'
  total: number
  items: number
  branch: string | null
}

/** Node runs of an execution that exist; no row = pending. */
export async function readNodeRuns(
  db: SqlExecutor,
  { exec }: { exec: string },
): Promise<NodeRunRow[]> {
  return db.query<NodeRunRow>({
    name: 'workflows_read_node_runs',
    text: 'select node, state, total, items, branch from payload_workflows.node_run where exec = $1::uuid',
    values: [exec],
  })
}
