import type { ExecutionPlan } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'

/** One row of `plan_node`, quantities bound. */
export interface PlanRow {
  node: string
  ord: number
  kind: 'work' | 'review'
  job_type: string
  quantity: number | null
  items_from: string | null
  expected: number
  succ: string[]
  branch: string[]
  need: number[]
  join_first: boolean[]
  in_degree: number
  lane: string | null
  lane_limit: number | null
  tolerant: boolean
  auto_minutes: number | null
  /** Of a review: who alone may answer. */
  reviewers: string[] | null
  reads: string[] | null
}

/** Keeps a plan once, whoever launches it first. */
export async function storePlan(
  db: SqlExecutor,
  { id, body, rows }: { id: string; body: ExecutionPlan; rows: PlanRow[] },
): Promise<void> {
  await db.query({
    name: 'workflows_store_plan',
    text: `with p as (
             insert into payload_workflows.plan (id, body) values ($1, $2::jsonb) on conflict (id) do nothing returning id)
           insert into payload_workflows.plan_node (plan, node, ord, kind, job_type, quantity, items_from, expected, succ,
               branch, need, join_first, in_degree, lane, lane_limit, tolerant, auto_minutes, reviewers, reads)
             select p.id, r.node, r.ord, r.kind, r.job_type, r.quantity, r.items_from, r.expected, r.succ, r.branch, r.need,
               r.join_first, r.in_degree, r.lane, r.lane_limit, r.tolerant, r.auto_minutes, r.reviewers, r.reads
             from p, jsonb_to_recordset($3::jsonb) as r (node text, ord int, kind text, job_type text, quantity int,
               items_from text, expected int, succ text[], branch text[], need int[], join_first boolean[], in_degree int,
               lane text, lane_limit int, tolerant boolean, auto_minutes float8, reviewers text[], reads text[])`,
    values: [id, JSON.stringify(body), JSON.stringify(rows)],
  })
}
