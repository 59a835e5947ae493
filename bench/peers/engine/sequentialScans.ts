import type { EngineSite } from './site.js'

/** Tables that grow with every execution. */
const LARGE = ['agent_jobs', 'event', 'execution', 'job', 'node_run', 'workflow_executions']

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  Plans?: Plan[]
}

/**
 * Plans every statement that was asked since the counters were set to nothing (`explain (generic_plan)`, which
 * PostgreSQL 16 brought), and names those that read a large table from end to end.
 */
export async function findSequentialScans(
  engine: EngineSite,
): Promise<{ table: string; query: string }[] | 'needs PostgreSQL 16'> {
  const [server] = await engine.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  if (!server || server.version < 160_000) return 'needs PostgreSQL 16'
  const asked = await engine.query<{ query: string }>(
    `select query from pg_stat_statements s join pg_database d on d.oid = s.dbid
     where d.datname = current_database() and toplevel and query ~* '^\\s*(select|with)'
       and query ~* '(workflow_executions|agent_jobs|payload_workflows)' and query not like '%/* bench */%'
       and query not like '%pg_stat_statements%' order by total_exec_time desc limit 30`,
  )
  const found: { table: string; query: string }[] = []
  for (const { query } of asked) {
    const plan = await explain(engine, query)
    for (const table of plan ? scansOf(plan) : []) found.push({ table, query: query.slice(0, 300) })
  }
  return found
}

/** Null where a constant that was made a parameter has no type any more. */
async function explain(engine: EngineSite, query: string): Promise<Plan | null> {
  try {
    const [row] = await engine.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (generic_plan, format json) ${query}`,
    )
    return row?.['QUERY PLAN'][0].Plan ?? null
  } catch {
    return null
  }
}

function scansOf(plan: Plan): string[] {
  const table = plan['Relation Name'] ?? ''
  const own = plan['Node Type'] === 'Seq Scan' && LARGE.includes(table) ? [table] : []
  return [...own, ...(plan.Plans ?? []).flatMap(scansOf)]
}
