import { performance } from 'node:perf_hooks'

import type { PayloadRequest } from 'payload'

import type { Run, Workload } from '../types.js'
import type { EngineSite } from './site.js'

import { listExecutions } from '../../../src/plugins/workflows/operations/executions/listExecutions.js'
import { listReviews } from '../../../src/plugins/workflows/operations/executions/listReviews.js'
import { readExecution } from '../../../src/plugins/workflows/operations/executions/readExecution.js'
import { spread } from '../../engine/figures.js'
import { timed } from '../patience.js'
import { findSequentialScans } from './sequentialScans.js'

type Question = (req: PayloadRequest) => Promise<unknown>

/**
 * What the list of executions, the monitor and the reviews ask, as a user of a workspace, through the operations
 * that REST, GraphQL and the screens use. `samples` = the p50 of each; in `details` the statements that read a
 * large table from end to end.
 */
export async function measureQueries({
  engine,
  workload: { times },
}: {
  engine: EngineSite
  workload: Extract<Workload, { kind: 'queries' }>
}): Promise<Run> {
  const [some] = await engine.query<{ id: string; executions: number; jobs: number }>(
    `select (select id from workflow_executions where workspace_id = $1 order by created_at limit 1) as id,
       (select count(*)::int from workflow_executions) as executions, (select count(*)::int from agent_jobs) as jobs`,
    [engine.workspace],
  )
  if (!some) throw new Error('There is nothing to ask for.')
  await engine.query('create extension if not exists pg_stat_statements')
  await engine.query('select pg_stat_statements_reset()')
  const req = await engine.req()
  const details: Record<string, unknown> = { executions: some.executions, jobs: some.jobs }
  const samples: number[] = []
  const start = performance.now()
  for (const [name, ask] of Object.entries(questionsAbout(some.id))) {
    await ask(req)
    const ms: number[] = []
    for (let time = 0; time < times; time += 1) ms.push(await timed(() => ask(req)))
    const figures = spread(ms)
    details[name] = figures
    samples.push(figures.p50)
  }
  const ms = performance.now() - start
  details.readsWholeTables = await findSequentialScans(engine)
  return { jobs: samples.length * times, ms, samples, details }
}

function questionsAbout(id: string): Record<string, Question> {
  const list = (filters: Partial<Parameters<typeof listExecutions>[0]['filters']>): Question => {
    const all = { sort: '-createdAt' as const, limit: 20, page: 1, ...filters }
    return (req) => listExecutions({ req, filters: all })
  }
  return {
    'list, first page': list({}),
    'list, page 100': list({ page: 100 }),
    'list, what runs': list({ status: ['running', 'paused'] }),
    'list, what failed': list({ status: ['failed'] }),
    'monitor of one': (req) => readExecution({ req, id }),
    'jobs of one': (req) =>
      req.payload.find({
        collection: 'agent-jobs' as 'users',
        depth: 0,
        limit: 100,
        overrideAccess: false,
        req,
        user: req.user,
        where: { execution: { equals: id } },
      }),
    'reviews that wait': (req) => listReviews({ req, filters: { limit: 20, page: 1 } }),
  }
}
