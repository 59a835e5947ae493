import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

export interface StoredAnswer {
  state: 'stored'
  response: JsonObject
  /** Base64. */
  blob: string | null
  model: string
  requestId: string | null
  tokensIn: number
  tokensOut: number
  cost: number
}

export type CallStart =
  | StoredAnswer
  | { state: 'fenced' }
  | { state: 'unowned' }
  | { state: 'blocked'; retryAfterMs: number }
  | { state: 'go' }

/** Asks the ledger before a paid call. */
export async function beginCall(
  db: SqlExecutor,
  {
    key,
    claim,
    owner,
    step,
    provider,
  }: { key: string; claim: Claim; owner: string; step: string; provider: string },
): Promise<CallStart> {
  const [row] = await db.query<{ answer: CallStart }>({
    name: 'workflows_begin_call',
    text: 'select payload_workflows.begin_call($1::jsonb) as answer',
    values: [
      JSON.stringify({
        key,
        exec: claim.exec,
        node: claim.node,
        idx: claim.idx,
        gen: claim.gen,
        fence: claim.fence,
        owner,
        step,
        provider,
      }),
    ],
  })
  return row?.answer ?? { state: 'fenced' }
}
