import type { SqlExecutor } from '../executor.js'
import type { Claim } from '../types.js'

/**
 * The newest stored answer of each other job of the node that came in before this job's own. Answers are stored
 * before anybody compares them, so of two that arrive at once exactly the later one sees the other.
 */
export async function readSiblingAnswers(
  db: SqlExecutor,
  { claim }: { claim: Claim },
): Promise<string[]> {
  const rows = await db.query<{ text: string | null }>({
    name: 'workflows_read_siblings',
    text: `select distinct on (c.idx) c.response ->> 'text' as text from payload_workflows.call c
           where c.exec = $1::uuid and c.node = $2 and c.idx <> $3 and c.state = 'succeeded' and c.blob is null
             and (c.finished_at, c.idx) < (
               select coalesce(max(o.finished_at), 'infinity'), $3 from payload_workflows.call o
               where o.exec = $1::uuid and o.node = $2 and o.idx = $3 and o.state = 'succeeded')
           order by c.idx, c.finished_at desc`,
    values: [claim.exec, claim.node, claim.idx],
  })
  return rows.flatMap(({ text }) => text ?? [])
}
