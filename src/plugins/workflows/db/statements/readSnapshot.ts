import type { TemplateInput, WorkflowGraph } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { TableNames } from '../tableNames.js'

/** The template as it was at launch, or as it was adjusted since. */
export interface Snapshot {
  name: string
  graph: WorkflowGraph
  inputs: TemplateInput[]
  /** Id of the plan compiled from it. */
  plan: string
}

export async function readSnapshot(
  db: SqlExecutor,
  { tables, exec }: { tables: TableNames; exec: string },
): Promise<Snapshot | null> {
  const [row] = await db.query<{ snapshot: Snapshot }>({
    name: 'workflows_read_snapshot',
    text: `select x.snapshot || jsonb_build_object('plan', e.plan) as snapshot
           from payload_workflows.execution e join ${tables.executions} x on x.id = e.id::text where e.id = $1::uuid`,
    values: [exec],
  })
  return row?.snapshot ?? null
}
