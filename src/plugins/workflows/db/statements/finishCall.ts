import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { StoredAnswer } from './beginCall.js'

/** Stores a paid answer before it is looked at. Answers the one that was stored first, if there was one. */
export async function finishCall(
  db: SqlExecutor,
  {
    blob,
    ...answer
  }: {
    key: string
    provider: string
    response: JsonObject
    blob: Buffer | null
    model: string
    requestId: string | null
    tokensIn: number
    tokensOut: number
    cost: number
  },
): Promise<StoredAnswer | { state: 'kept' }> {
  const [row] = await db.query<{ answer: StoredAnswer | { state: 'kept' } }>({
    name: 'workflows_finish_call',
    text: 'select payload_workflows.finish_call($1::jsonb, $2::bytea) as answer',
    values: [JSON.stringify(answer), blob],
  })
  return row?.answer ?? { state: 'kept' }
}
