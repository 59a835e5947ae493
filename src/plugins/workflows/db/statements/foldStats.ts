import type { SqlExecutor } from '../executor.js'

/** Brings usage figures into the templates. Cheap when there is nothing to fold. */
export async function foldStats(db: SqlExecutor): Promise<void> {
  await db.query({
    name: 'workflows_fold_stats',
    text: 'select payload_workflows.fold_stats()',
    values: [],
  })
}
