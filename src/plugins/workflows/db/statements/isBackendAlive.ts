import type { SqlExecutor } from '../executor.js'

/** Whether a connection of this site still has its process on the server. */
export async function isBackendAlive(db: SqlExecutor, { pid }: { pid: number }): Promise<boolean> {
  const rows = await db.query({
    name: 'workflows_backend_alive',
    text: 'select 1 from pg_stat_activity where pid = $1 and datname = current_database()',
    values: [pid],
  })
  return rows.length > 0
}
