import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { EngineStatus, JobError } from '../types.js'

export interface Decision {
  exec: string
  node: string
  decision: 'approve' | 'reject'
  /** Id of the user, or `auto`. */
  by: string
  byName: string
  comment: string | null
  output: JsonObject
  /** Items let through. */
  items: number
  /** A rejection that nothing downstream reads fails the node. */
  failed: boolean
  error: JobError | null
}

export interface DecisionResult {
  ok: boolean
  status: EngineStatus | null
  /** Of the answer that counted, when this one came second. */
  decision?: 'approve' | 'reject' | null
  by?: string | null
  byName?: string | null
  at?: string | null
}

/** The first answer counts; a later one learns who decided and when. */
export async function decideReview(
  db: SqlExecutor,
  { decision, bells }: { decision: Decision; bells: number },
): Promise<DecisionResult> {
  const [row] = await db.query<{ answer: DecisionResult }>({
    name: 'workflows_decide',
    text: 'select payload_workflows.decide($1::jsonb, $2::int) as answer',
    values: [JSON.stringify(decision), bells],
  })
  return row?.answer ?? { ok: false, status: null }
}
