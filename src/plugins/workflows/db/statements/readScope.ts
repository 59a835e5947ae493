import type { SqlExecutor } from '../executor.js'
import type { NodeRunRow } from './readNodeRuns.js'
import type { OutputRow } from './readNodeOutputs.js'

/** Node runs and outputs of what came before a job: one round trip at the start of each job. */
export async function readScope(
  db: SqlExecutor,
  { agentJobs, exec, nodes }: { agentJobs: string; exec: string; nodes: string[] },
): Promise<{ runs: NodeRunRow[]; outputs: OutputRow[] }> {
  const [row] = await db.query<{ runs: NodeRunRow[] | null; outputs: OutputRow[] | null }>({
    name: 'workflows_read_scope',
    text: `select
      (select jsonb_agg(jsonb_build_object('node', r.node, 'state', r.state, 'total', r.total, 'items', r.items, 'branch', r.branch))
        from payload_workflows.node_run r where r.exec = $1::uuid and r.node = any ($2::text[])) as runs,
      (select jsonb_agg(jsonb_build_object('node', j.node, 'idx', j.idx, 'id', j.pub, 'output', g.output) order by j.node, j.idx)
        from payload_workflows.job j join ${agentJobs} g on g.id = j.pub::text
        where j.exec = $1::uuid and j.node = any ($2::text[]) and j.state = 'done') as outputs`,
    values: [exec, nodes],
  })
  return { runs: row?.runs ?? [], outputs: row?.outputs ?? [] }
}
