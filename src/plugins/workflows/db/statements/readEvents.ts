import type { JsonObject } from '../../graph/types.js'
import type { SqlExecutor } from '../executor.js'

export interface EventRow {
  exec: string
  seq: number
  at: string
  data: JsonObject[]
}

/** Events of an execution after `after`, oldest first, at most 500 rows. */
export async function readEvents(
  db: SqlExecutor,
  { exec, after }: { exec: string; after: number },
): Promise<EventRow[]> {
  return db.query<EventRow>({
    name: 'workflows_read_events',
    text: `select exec::text, seq::int, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, data
           from payload_workflows.event where exec = $1::uuid and seq > $2 order by seq limit 500`,
    values: [exec, after],
  })
}
