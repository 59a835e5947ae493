import type { SqlExecutor } from '../executor.js'

/** Living workers and the length of the queue. */
export async function readHealth(
  db: SqlExecutor,
): Promise<{ workers: number; ready: number; running: number }> {
  const [row] = await db.query<{ workers: number; ready: number; running: number }>({
    name: 'workflows_health',
    text: `select
      (select count(*)::int from payload_workflows.worker where beat_at > clock_timestamp() - interval '10 seconds') as workers,
      (select count(*)::int from payload_workflows.job where state = 'ready') as ready,
      (select count(*)::int from payload_workflows.job where state = 'running') as running`,
    values: [],
  })
  return row ?? { workers: 0, ready: 0, running: 0 }
}
