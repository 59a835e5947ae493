import type { SqlExecutor } from '../executor.js'

export interface WaitingReviewRow {
  exec: string
  node: string
  label: string
  review_type: string | null
  instructions: string | null
  opened_at: string
  auto_at: string | null
}

/** Workspaces by id; null = all. */
type Reach = string[] | null

/**
 * Reviews that somebody may answer, the longest waiting first: those of every editor in `editable`, and those that
 * name one of `names` in `readable`.
 */
export async function readWaitingReviews(
  db: SqlExecutor,
  {
    editable,
    readable,
    names,
    workspace,
    limit,
    offset,
  }: {
    editable: Reach
    readable: Reach
    names: string[]
    workspace: string | null
    limit: number
    offset: number
  },
): Promise<{ rows: WaitingReviewRow[]; total: number }> {
  const [row] = await db.query<{ rows: WaitingReviewRow[]; total: number }>({
    name: 'workflows_read_waiting_reviews',
    text: `with waiting as (
             select v.exec, v.node, v.opened_at, v.auto_at, e.plan from payload_workflows.job k
               join payload_workflows.review v on v.exec = k.exec and v.node = k.node and v.gen = k.gen
               join payload_workflows.execution e on e.id = k.exec
               join payload_workflows.plan_node p on p.plan = e.plan and p.node = k.node
               where k.state = 'waiting' and v.decision is null
                 and e.status in ('pending', 'running', 'pausing', 'paused')
                 and ($4::text is null or e.workspace = $4)
                 and case when p.reviewers is null then $1::text[] is null or e.workspace = any ($1)
                   else p.reviewers && $3::text[] and ($2::text[] is null or e.workspace = any ($2)) end),
           page as (select * from waiting order by opened_at, exec, node limit $5 offset $6)
           select (select count(*)::int from waiting) as total, coalesce((
             select jsonb_agg(jsonb_build_object('exec', g.exec, 'node', g.node, 'opened_at', g.opened_at, 'auto_at', g.auto_at,
                 'label', n.node ->> 'label', 'review_type', n.node -> 'config' ->> 'reviewType',
                 'instructions', n.node -> 'config' ->> 'instructions') order by g.opened_at, g.exec, g.node)
               from page g join payload_workflows.plan l on l.id = g.plan
               cross join lateral (select x.node from jsonb_array_elements(l.body -> 'nodes') as x (node)
                 where x.node ->> 'id' = g.node limit 1) n), '[]') as rows`,
    values: [editable, readable, names, workspace, limit, offset],
  })
  return row ?? { rows: [], total: 0 }
}
