import type { SqlExecutor } from '../executor.js'

export interface UntoldReview {
  exec: string
  node: string
  workspace: string
  label: string
  instructions: string
  /** Who alone may answer; null = every editor of the workspace. */
  reviewers: string[] | null
  auto_at: string | null
}

/** Of one look; more are for the next, a second later. */
const MOST = 20

/**
 * Marks reviews as told and answers those that still wait. Committed before any mail leaves, and rows that another
 * process marks are passed over: a review is told once or, when a process dies in between, not at all.
 */
export async function claimUntoldReviews(db: SqlExecutor): Promise<UntoldReview[]> {
  return db.query<UntoldReview>({
    name: 'workflows_claim_untold_reviews',
    text: `with told as (
             update payload_workflows.review v set told_at = clock_timestamp()
               from (select u.exec, u.node, u.gen from payload_workflows.review u where u.told_at is null
                       order by u.opened_at limit $1 for update skip locked) n
               where v.exec = n.exec and v.node = n.node and v.gen = n.gen
               returning v.exec, v.node, v.gen, v.decision, v.auto_at)
           select t.exec::text as exec, t.node, t.auto_at, e.workspace, p.reviewers,
               coalesce(n.node ->> 'label', t.node) as label, coalesce(n.node -> 'config' ->> 'instructions', '') as instructions
             from told t
             join payload_workflows.job k on k.exec = t.exec and k.node = t.node and k.gen = t.gen and k.state = 'waiting'
             join payload_workflows.execution e on e.id = t.exec and not e.test
               and e.status in ('pending', 'running', 'pausing', 'paused')
             join payload_workflows.plan_node p on p.plan = e.plan and p.node = t.node
             join payload_workflows.plan l on l.id = e.plan
             cross join lateral (select x.node from jsonb_array_elements(l.body -> 'nodes') as x (node)
               where x.node ->> 'id' = t.node limit 1) n
             where t.decision is null`,
    values: [MOST],
  })
}
