import type { SqlExecutor } from '../executor.js'
import type { TableNames } from '../tableNames.js'
import type { EngineStatus, JobError } from '../types.js'
import type { JsonObject, JsonValue } from '../../graph/types.js'
import type { NodeRunRow } from './readNodeRuns.js'

export interface ExecutionRow {
  id: string
  plan: string
  status: EngineStatus
  pause_reason: 'user' | 'review' | 'budget' | null
  pct: number
  items_done: number
  items_total: number
  tokens_in: number
  tokens_out: number
  cost: number
  error: (JobError & { nodeId: string | null }) | null
  test: boolean
  seq: number
  created_at: string
  discarded_at: string | null
  template: string | number | null
  template_name: string
  workspace: string | number | null
  project: string | number | null
  launched_by: string | number | null
  params: JsonObject
  started_at: string | null
  completed_at: string | null
}

export interface JobRow {
  id: string
  node_id: string
  job_type: string
  index: number
  status: string
  attempts: number
  input: JsonValue
  output: JsonValue
  error: JobError | null
  tokens_in: number | null
  tokens_out: number | null
  cost: number | null
  model: string | null
  queued_at: string | null
  started_at: string | null
  completed_at: string | null
}

export interface ReviewRow {
  node: string
  auto_at: string | null
  decision: 'approve' | 'reject' | null
  decided_by_name: string | null
  decided_at: string | null
  comment: string | null
}

export interface ExecutionState {
  execution: ExecutionRow
  nodes: NodeRunRow[]
  jobs: JobRow[]
  reviews: ReviewRow[]
  /** Documents and images it made that were thrown away. */
  discarded: { nodeId: string; id: string }[]
}

/** All there is to show of one execution, from one snapshot of the database. */
export async function readExecutionState(
  db: SqlExecutor,
  { tables, exec }: { tables: TableNames; exec: string },
): Promise<ExecutionState | null> {
  const column = (field: string) => {
    const name = tables.executionColumns.get(field)
    return name ? `to_jsonb(x."${name}")` : `'null'::jsonb`
  }
  const [row] = await db.query<{ state: ExecutionState }>({
    name: 'workflows_read_state',
    text: `select jsonb_build_object(
      'execution', to_jsonb(e) || jsonb_build_object('template', ${column('template')}, 'template_name', ${column('templateName')},
        'workspace', ${column('workspace')}, 'project', ${column('project')}, 'launched_by', ${column('launchedBy')},
        'params', coalesce(${column('params')}, '{}'), 'created_at', x.created_at, 'started_at', x.started_at,
        'completed_at', x.completed_at),
      'nodes', coalesce((select jsonb_agg(to_jsonb(r)) from payload_workflows.node_run r where r.exec = e.id), '[]'),
      'jobs', coalesce((select jsonb_agg(to_jsonb(g) order by g.node_id, g."index") from ${tables.agentJobs} g where g.execution_id = e.id::text), '[]'),
      'reviews', coalesce((select jsonb_agg(to_jsonb(v) order by v.gen) from payload_workflows.review v where v.exec = e.id), '[]'),
      'discarded', coalesce((select jsonb_agg(jsonb_build_object('nodeId', f.node, 'id', f.doc_id)) from payload_workflows.effect f where f.exec = e.id and f.discarded_at is not null), '[]')
    ) as state
    from payload_workflows.execution e join ${tables.executions} x on x.id = e.id::text where e.id = $1::uuid`,
    values: [exec],
  })
  return row?.state ?? null
}
