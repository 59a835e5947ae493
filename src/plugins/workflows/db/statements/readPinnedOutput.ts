import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'

export interface PinnedOutputRow {
  output: JsonObject | null
  branch: string | null
  /** What all jobs of the node passed on together. */
  items: number
}

/** The n-th output that a node made in an earlier execution; undefined when it is no longer there. */
export async function readPinnedOutput(
  db: SqlExecutor,
  {
    agentJobs,
    exec,
    node,
    position,
  }: { agentJobs: string; exec: string; node: string; position: number },
): Promise<PinnedOutputRow | undefined> {
  const [row] = await db.query<PinnedOutputRow>({
    name: 'workflows_read_pinned_output',
    text: `select g.output, r.branch, r.items
           from payload_workflows.job j
           join ${agentJobs} g on g.id = j.pub::text
           join payload_workflows.node_run r on r.exec = j.exec and r.node = j.node
           where j.exec = $1::uuid and j.node = $2 and j.state = 'done'
           order by j.idx offset $3 limit 1`,
    values: [exec, node, position],
  })
  return row
}
