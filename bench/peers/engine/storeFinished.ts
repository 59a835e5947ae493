import pg from 'pg'

import type { EngineSite } from './site.js'

import { chainGraph } from './nodes.js'

/** Agent jobs of each. */
export const STORED_JOBS = 10
const AT_ONCE = 10_000

/**
 * Finished executions as years of use would leave them: one real execution of ten steps, copied by SQL with other
 * ids, times, results and workspaces. One in fifty has failed, one in fifty was stopped; half belong to somebody else.
 */
export async function storeFinished({
  engine,
  executions,
}: {
  engine: EngineSite
  executions: number
}): Promise<void> {
  await engine.work(4)
  const { byEngine } = await engine.prepare(chainGraph(STORED_JOBS))
  const model = await byEngine()
  await engine.untilEnded([model])
  await engine.work(0)
  const client = new pg.Client({ connectionString: engine.databaseUri })
  await client.connect()
  try {
    // Copies of rows that were checked once; triggers and foreign keys would only take time.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      create temp table made (i int, id uuid, at timestamptz, status text, mine boolean)`)
    for (let done = 0; done < executions; done += AT_ONCE) {
      const count = Math.min(AT_ONCE, executions - done)
      await client.query('truncate made')
      await client.query(MAKE_IDS, [done, count, executions])
      for (const text of COPIES) await client.query(text, [model])
      await client.query(COPY_EXECUTIONS, [model, engine.workspace])
    }
    const tables = TABLES.join(', ')
    await client.query(`vacuum analyze ${tables}`)
  } finally {
    await client.end()
  }
}

const MAKE_IDS = `
  insert into made select i, payload_workflows.uuid7(), now() - (($3::int - i) || ' minutes')::interval,
      case i % 50 when 0 then 'failed' when 1 then 'stopped' else 'completed' end, i % 2 = 0
    from generate_series($1::int + 1, $1::int + $2::int) i`

/** Row by row what the model has; what is unique or differs is put over it. */
const copyOf = (table: string, key: string, over: string): string => `
  insert into ${table}
    select (jsonb_populate_record(x, jsonb_build_object(${over}))).* from ${table} x, made m where x.${key} = $1::uuid`

const COPIES = [
  copyOf(
    'payload_workflows.execution',
    'id',
    `'id', m.id, 'status', m.status, 'created_at', m.at, 'workspace', case when m.mine then x.workspace else 'somebody' end`,
  ),
  copyOf('payload_workflows.node_run', 'exec', `'exec', m.id`),
  copyOf('payload_workflows.event', 'exec', `'exec', m.id, 'at', m.at`),
  // The job and its row in the collection share an id that has to be made once.
  `with pairs as (
     select j as job, m.id as exec, payload_workflows.uuid7() as pub, m.at from payload_workflows.job j, made m where j.exec = $1::uuid
   ), jobs as (
     insert into payload_workflows.job
       select (jsonb_populate_record(p.job, jsonb_build_object('exec', p.exec, 'pub', p.pub, 'next_at', p.at))).* from pairs p)
   insert into agent_jobs
     select (jsonb_populate_record(g, jsonb_build_object('id', p.pub, 'execution_id', p.exec))).*
       from pairs p join agent_jobs g on g.id = (p.job).pub::text`,
]

const COPY_EXECUTIONS = `
  insert into workflow_executions
    select (jsonb_populate_record(x, jsonb_build_object('id', m.id, 'status', m.status, 'created_at', m.at, 'updated_at', m.at,
        'completed_at', m.at, 'workspace_id', case when m.mine then $2::uuid else
          (select w.id from workspaces w where w.id <> $2::uuid limit 1) end))).*
      from workflow_executions x, made m where x.id = $1::text`

const TABLES = [
  'payload_workflows.execution',
  'payload_workflows.node_run',
  'payload_workflows.event',
  'payload_workflows.job',
  'agent_jobs',
  'workflow_executions',
]
