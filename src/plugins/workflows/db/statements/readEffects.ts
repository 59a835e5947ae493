import type { SqlExecutor } from '../executor.js'

export interface MadeRow {
  node: string
  idx: number
  slot: string
  collection: string
  doc_id: string
}

/** Documents and images that an execution made itself and that were not thrown away yet. */
export async function readEffects(
  db: SqlExecutor,
  { exec, except }: { exec: string; except: string[] },
): Promise<MadeRow[]> {
  return db.query<MadeRow>({
    name: 'workflows_read_effects',
    text: `select node, idx, slot, collection, doc_id from payload_workflows.effect
           where exec = $1::uuid and doc_id is not null and discarded_at is null
             and not collection = any ($2::text[]) order by node, idx, slot`,
    values: [exec, except],
  })
}
