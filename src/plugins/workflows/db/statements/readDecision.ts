import type { SqlExecutor } from '../executor.js'
import type { DecisionResult } from './decideReview.js'

/** What `decide` would answer now, without deciding anything: `ok` while the review waits. */
export async function readDecision(
  db: SqlExecutor,
  { exec, node }: { exec: string; node: string },
): Promise<DecisionResult> {
  const [row] = await db.query<{ answer: DecisionResult }>({
    name: 'workflows_read_decision',
    text: `select jsonb_build_object(
        'ok', coalesce(j.state = 'waiting', false) and e.status in ('pending', 'running', 'pausing', 'paused'),
        'status', e.status, 'decision', v.decision, 'by', v.decided_by, 'byName', v.decided_by_name, 'at', v.decided_at) as answer
      from payload_workflows.execution e
      left join payload_workflows.job j on j.exec = e.id and j.node = $2 and j.idx = 0
      left join lateral (select * from payload_workflows.review r where r.exec = e.id and r.node = $2
        order by r.gen desc limit 1) v on true
      where e.id = $1::uuid`,
    values: [exec, node],
  })
  return row?.answer ?? { ok: false, status: null }
}
