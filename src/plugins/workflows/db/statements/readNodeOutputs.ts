import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'

export interface OutputRow {
  node: string
  idx: number
  /** Id of the agent job. */
  id: string
  output: JsonObject | null
}

/** Outputs of finished jobs of some nodes, in job order. `agentJobs` is the collection's table name. */
export async function readNodeOutputs(
  db: SqlExecutor,
  { agentJobs, exec, nodes }: { agentJobs: string; exec: string; nodes: string[] },
): Promise<OutputRow[]> {
  return db.query<OutputRow>({
    name: 'workflows_read_outputs',
    text: `select j.node, j.idx, j.pub::text as id, g.output from payload_workflows.job j join ${agentJobs} g on g.id = j.pub::text
           where j.exec = $1::uuid and j.node = any ($2::text[]) and j.state = 'done' order by j.node, j.idx`,
    values: [exec, nodes],
  })
}
