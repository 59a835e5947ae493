import type { SqlExecutor } from '../executor.js'
import type { TableNames } from '../tableNames.js'
import type { JsonValue } from '../../graph/types.js'

export interface ProvenanceRow {
  execution: string
  node: string
  label: string | null
  type: string
  index: number
  /** Agent jobs of the node; 1 = there is nothing to count. */
  total: number
  input: JsonValue
  tokens_in: number | null
  tokens_out: number | null
  cost: number | null
  model: string | null
  provider: string | null
  made_at: string
  approved_by: string | null
  approved_by_name: string | null
  approved_at: string | null
}

/**
 * The agent job that made a document, by the effect ledger's index, and the review that let it through: the last
 * approval whose items name the document, since a reviewer may have left it out.
 */
export async function readProvenance(
  db: SqlExecutor,
  { tables, collection, id }: { tables: TableNames; collection: string; id: string },
): Promise<ProvenanceRow | null> {
  const snapshot = tables.executionColumns.get('snapshot') ?? 'snapshot'
  const [row] = await db.query<ProvenanceRow>({
    name: 'workflows_read_provenance',
    text: `select f.exec::text as execution, f.node, g.job_type as type, g."index"::int as index, coalesce(r.total, 1) as total,
        (select n ->> 'label' from jsonb_array_elements(x."${snapshot}"::jsonb -> 'graph' -> 'nodes') n where n ->> 'id' = f.node limit 1) as label,
        g.input, g.tokens_in::int as tokens_in, g.tokens_out::int as tokens_out, g.cost::float as cost, g.model, f.at as made_at,
        (select c.provider from payload_workflows.call c where c.exec = f.exec and c.node = f.node and c.idx = f.idx
          and c.state = 'succeeded' order by c.finished_at desc nulls last limit 1) as provider,
        v.decided_by as approved_by, v.decided_by_name as approved_by_name, v.decided_at as approved_at
      from payload_workflows.effect f
      join payload_workflows.job j on j.exec = f.exec and j.node = f.node and j.idx = f.idx
      join ${tables.agentJobs} g on g.id = j.pub::text
      join ${tables.executions} x on x.id = f.exec::text
      left join payload_workflows.node_run r on r.exec = f.exec and r.node = f.node
      left join lateral (
        select w.decided_by, w.decided_by_name, w.decided_at from payload_workflows.review w
        join payload_workflows.job k on k.exec = w.exec and k.node = w.node
        join ${tables.agentJobs} h on h.id = k.pub::text
        where w.exec = f.exec and w.decision = 'approve' and exists (
          select from jsonb_array_elements(case jsonb_typeof(h.output -> 'items') when 'array' then h.output -> 'items' else '[]' end) i
          where (i ->> 'document_id' = f.doc_id and i ->> 'collection' = f.collection) or i ->> 'media_id' = f.doc_id)
        order by w.decided_at desc limit 1
      ) v on true
      where f.collection = $1 and f.doc_id = $2 and f.discarded_at is null
      order by f.at desc limit 1`,
    values: [collection, id],
  })
  return row ?? null
}
