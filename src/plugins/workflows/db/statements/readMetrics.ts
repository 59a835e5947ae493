import type { SqlExecutor } from '../executor.js'
import type { TableNames } from '../tableNames.js'

export interface MetricsRow {
  workers: number
  slots: number
  ready: number
  running: number
  queued: number
  oldest_ready_s: number
  reviews: number
  tokens_in: number
  tokens_out: number
  cost: number
  /** Executions by what they are now. */
  statuses: Record<string, number>
  /** Ended executions since the beginning, by how they ended, with the time they took. */
  completed: number
  failed: number
  run_s: number
  blocked: { provider: string; seconds: number }[]
  /** Agent jobs of executions that were launched within the last hour. */
  jobs: {
    type: string
    status: string
    count: number
    wait_s: number
    longest_wait_s: number
    run_s: number
  }[]
}

/**
 * Reads alone, most of it from partial indexes; what has none has one row an execution. Nothing the engine does takes
 * longer for it.
 */
export async function readMetrics(
  db: SqlExecutor,
  { tables }: { tables: TableNames },
): Promise<MetricsRow> {
  const [row] = await db.query<{ metrics: MetricsRow }>({
    name: 'workflows_metrics',
    text: `with alive as (
        select * from payload_workflows.worker where beat_at > clock_timestamp() - interval '10 seconds'
      ), ready as (
        select count(*) as jobs, min(next_at) filter (where next_at <= clock_timestamp()) as oldest
        from payload_workflows.job where state = 'ready'
      ), executions as (
        select status, count(*) as count, sum(tokens_in) as tokens_in, sum(tokens_out) as tokens_out, sum(cost) as cost
        from payload_workflows.execution group by status
      ), ended as (
        select coalesce(sum(completed), 0) as completed, coalesce(sum(failed), 0) as failed, coalesce(sum(total_ms), 0) as ms
        from (select completed, failed, total_ms from payload_workflows.template_stat
          union all select completed, failed, total_ms from payload_workflows.stat_delta) s
      ), recent as (
        select g.job_type, g.status, count(*) as count,
          coalesce(sum(extract(epoch from g.started_at - g.queued_at)), 0) as wait_s,
          coalesce(max(extract(epoch from g.started_at - g.queued_at)), 0) as longest_wait_s,
          coalesce(sum(extract(epoch from g.completed_at - g.started_at)), 0) as run_s
        from ${tables.executions} x join ${tables.agentJobs} g on g.execution_id = x.id
        where x.created_at > now() - interval '1 hour' group by g.job_type, g.status
      )
      select jsonb_build_object(
        'workers', (select count(*) from alive), 'slots', (select coalesce(sum(slots), 0) from alive),
        'ready', (select jobs from ready),
        'oldest_ready_s', (select coalesce(extract(epoch from clock_timestamp() - oldest), 0) from ready),
        'running', (select count(*) from payload_workflows.job where state = 'running'),
        'queued', (select count(*) from payload_workflows.job where state = 'queued'),
        'reviews', (select count(*) from payload_workflows.review v join payload_workflows.execution e on e.id = v.exec
          where v.decision is null and e.status in ('running', 'pausing', 'paused')),
        'tokens_in', (select coalesce(sum(tokens_in), 0) from executions),
        'tokens_out', (select coalesce(sum(tokens_out), 0) from executions),
        'cost', (select coalesce(sum(cost), 0) from executions),
        'statuses', (select coalesce(jsonb_object_agg(status, count), '{}') from executions),
        'completed', (select completed from ended), 'failed', (select failed from ended),
        'run_s', (select ms / 1000.0 from ended),
        'blocked', (select coalesce(jsonb_agg(jsonb_build_object('provider', provider,
            'seconds', extract(epoch from blocked_until - clock_timestamp()))), '[]')
          from payload_workflows.provider_block where blocked_until > clock_timestamp()),
        'jobs', (select coalesce(jsonb_agg(jsonb_build_object('type', job_type, 'status', status, 'count', count,
            'wait_s', wait_s, 'longest_wait_s', longest_wait_s, 'run_s', run_s)), '[]') from recent)
      ) as metrics`,
    values: [],
  })
  if (!row) throw new Error('The database answered no figures')
  return row.metrics
}
