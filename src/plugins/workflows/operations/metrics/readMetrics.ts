import type { Payload } from 'payload'

import type { MetricsRow } from '../../db/statements/readMetrics.js'
import type { Metric } from './formatMetrics.js'

import { readMetrics as read } from '../../db/statements/readMetrics.js'
import { getEngine } from '../../runtime/engine.js'
import { formatMetrics } from './formatMetrics.js'

/** Figures of the whole site, whatever process answers. Prometheus text. */
export async function readMetrics({ payload }: { payload: Payload }): Promise<string> {
  const { pools, tables } = getEngine(payload)
  return formatMetrics(toMetrics(await read(pools.relaxed, { tables })))
}

const gauge = (name: string, help: string, samples: Metric['samples'] | number): Metric => ({
  name,
  help,
  type: 'gauge',
  samples: typeof samples === 'number' ? [{ value: samples }] : samples,
})

const counter = (name: string, help: string, samples: Metric['samples'] | number): Metric => ({
  ...gauge(name, help, samples),
  type: 'counter',
})

function toMetrics(row: MetricsRow): Metric[] {
  const jobs = row.jobs.map(({ type, status, ...figures }) => ({
    labels: { type, status },
    ...figures,
  }))
  const recent = (key: 'count' | 'longest_wait_s' | 'run_s' | 'wait_s') =>
    jobs.map(({ labels, ...figures }) => ({ labels, value: figures[key] }))
  return [
    gauge('workers', 'Living worker processes.', row.workers),
    gauge('worker_slots', 'Agent jobs they can run at once.', row.slots),
    gauge('jobs', 'Agent jobs in the queue, by state.', [
      { labels: { state: 'ready' }, value: row.ready },
      { labels: { state: 'running' }, value: row.running },
      { labels: { state: 'queued' }, value: row.queued },
    ]),
    gauge('oldest_ready_seconds', 'How long the oldest ready job waits.', row.oldest_ready_s),
    gauge('reviews_open', 'Reviews that wait for a person.', row.reviews),
    gauge(
      'executions',
      'Executions by status.',
      Object.entries(row.statuses).map(([status, value]) => ({ labels: { status }, value })),
    ),
    counter('executions_ended_total', 'Executions that ended, by outcome.', [
      { labels: { outcome: 'completed' }, value: row.completed },
      { labels: { outcome: 'failed' }, value: row.failed },
    ]),
    counter('execution_seconds_total', 'Run time of the executions that ended.', row.run_s),
    counter('tokens_total', 'Tokens paid for.', [
      { labels: { direction: 'in' }, value: row.tokens_in },
      { labels: { direction: 'out' }, value: row.tokens_out },
    ]),
    counter('cost_dollars_total', 'Cost by the price table of the site.', row.cost),
    gauge(
      'provider_blocked_seconds',
      'Providers that asked to be left alone, and for how long still.',
      row.blocked.map(({ provider, seconds }) => ({ labels: { provider }, value: seconds })),
    ),
    gauge('recent_jobs', 'Agent jobs of the executions of the last hour.', recent('count')),
    gauge('recent_job_wait_seconds_sum', 'Their time in the queue.', recent('wait_s')),
    gauge('recent_job_wait_seconds_max', 'The longest of it.', recent('longest_wait_s')),
    gauge('recent_job_run_seconds_sum', 'Their run time.', recent('run_s')),
  ]
}
