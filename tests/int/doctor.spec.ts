import { spawn } from 'node:child_process'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { inRepository } from '../../scripts/repository.js'
import { examine, report } from '../../src/jobs/bin/doctor.js'
import { doctorTablesOf } from '../../src/plugins/workflows/db/doctor/doctorTables.js'
import { checkRules, faultsOf } from '../../src/plugins/workflows/db/doctor/runDoctor.js'
import { engineDoctor } from '../../src/plugins/workflows/db/sql.generated.js'
import { getPluginContext } from '../../src/plugins/workflows/pluginContext.js'
import {
  copy,
  flow,
  image,
  INPUTS,
  review,
  startWorkflowSite,
  type WorkflowSite,
} from '../support/workflow.js'

let site: WorkflowSite

/** One execution that is completed, one that waits for a person, one that was stopped. */
beforeAll(async () => {
  site = await startWorkflowSite({ name: 'doctor' })
  const more = { params: { topic: 'tea' } }
  const template = async (graph: ReturnType<typeof flow>) =>
    site.template(graph, { inputs: INPUTS })
  const all = await template(
    flow(
      [copy('posts', { quantity: 2 }), image('picture'), copy('end')],
      ...['posts>end', 'picture>end'],
    ),
  )
  await site.until((await site.launch(all, more)).id, 'completed')
  const asking = await template(flow([copy('draft'), review('look')], 'draft>look'))
  await site.until((await site.launch(asking, more)).id, 'paused')
  const stopped = await site.launch(asking, more)
  await site.until(stopped.id, 'paused')
  await site.post('editor', `/workflows/executions/${stopped.id}/stop`)
  await site.until(stopped.id, 'stopped')
})
afterAll(() => site.stop())

const E = 'payload_workflows'
const completed = `(select id from ${E}.execution where status = 'completed' limit 1)`
const waiting = `(select id from ${E}.execution where status = 'paused' limit 1)`
const stopped = `(select id from ${E}.execution where status = 'stopped' limit 1)`

/** What somebody did by hand, and which rule must say so, among others. */
const DAMAGE: [string, string][] = [
  [
    '01_launch_keys',
    `drop index ${E}.execution_launch_key; update ${E}.execution set launch_key = 'x'`,
  ],
  [
    '02_execution_rows',
    `delete from agent_jobs where execution_id = ${stopped}::text;
     delete from workflow_executions where id = ${stopped}::text`,
  ],
  ['03_job_rows', `delete from agent_jobs where execution_id = ${completed}::text`],
  ['04_execution_counters', `update ${E}.execution set inflight = inflight + 1`],
  ['05_node_counters', `update ${E}.node_run set failed = 1 where exec = ${completed}`],
  ['06_arrivals', `update ${E}.node_run set arrived = arrived - 1 where node = 'end'`],
  ['06_arrivals', `update ${E}.node_run set live = live - 1 where node = 'end'`],
  ['07_open_nodes', `update ${E}.node_run set state = 'active' where exec = ${completed}`],
  ['08_ended_executions', `update ${E}.job set state = 'running' where exec = ${stopped}`],
  ['09_paused', `update ${E}.job set state = 'ready' where exec = ${waiting}`],
  ['10_going_on', `update ${E}.execution set status = 'running' where id = ${completed}`],
  ['11_event_numbers', `delete from ${E}.event where seq = 2`],
  [
    '12_completions',
    `insert into ${E}.event (exec, seq, data) select exec, seq + 1000, data from ${E}.event`,
  ],
  ['13_fences', `update ${E}.job set fence = 1`],
  ['14_order', `update ${E}.node_run set arrived = 1 where node = 'end'`],
  ['15_effects', `update ${E}.effect set fence = fence + 1`],
  ['16_made_once', `update ${E}.effect set doc_id = (select min(id::text) from documents)`],
  ['17_made_recorded', `delete from ${E}.effect where node = 'posts'`],
  ['18_made_orphans', `delete from ${E}.effect where collection = 'media'`],
  [
    '20_attachments',
    `drop index document_attachments_one_primary;
     insert into document_attachments (document_collection, document_id, is_primary, image_id)
       select 'documents', '1', true, image from (select id as image from media union all select null) i`,
  ],
  ['21_shown_executions', `update workflow_executions set status = 'running'`],
  [
    '22_shown_jobs',
    `update agent_jobs set status = 'failed' where execution_id = ${completed}::text`,
  ],
  ['23_costs', `update agent_jobs set cost = 1`],
  ['24_reviews', `update ${E}.review set decision = 'approve'`],
  [
    '25_dead_holders',
    `update ${E}.job set state = 'running', owner = 'gone', claimed_at = now() - interval '1 minute'
     where exec = ${completed}`,
  ],
  [
    '26_forgotten_jobs',
    `update ${E}.job set state = 'ready', next_at = now() - interval '1 minute' where exec = ${completed};
     update ${E}.execution set status = 'running' where id = ${completed}`,
  ],
  ['27_after_stop', `update ${E}.call set started_at = now() where exec = ${stopped}`],
  ['28_calls', `update ${E}.call set started_at = finished_at + interval '1 second'`],
  [
    '29_uncounted_calls',
    `update ${E}.call set counted = false, finished_at = now() - interval '1 minute';
     update agent_jobs set completed_at = now() - interval '1 minute'`,
  ],
  [
    '30_history',
    `insert into ${E}.event (exec, seq, data) select exec, max(seq) + 1, '[{"t":"execution","status":"running"}]'
     from ${E}.event where exec = ${completed} group by exec`,
  ],
  [
    '30_history',
    `insert into ${E}.event (exec, seq, data) select exec, max(seq) + 1, '[{"t":"node","node":"posts","status":"running"}]'
     from ${E}.event where exec = ${completed} group by exec`,
  ],
]

const names = (findings: Awaited<ReturnType<typeof examine>>) =>
  faultsOf(findings).map(({ rule }) => rule)

/** The doctor's finding of a damage that is then taken back. */
async function examineDamage(damage: string) {
  const tables = doctorTablesOf({ payload: site.payload, site: getPluginContext(site.payload) })
  await site.sql.query('begin')
  try {
    await site.sql.query(damage)
    return await checkRules(site.sql, tables)
  } finally {
    await site.sql.query('rollback')
  }
}

/** The command as people call it. */
const run = (...args: string[]): Promise<{ code: number | null; stdout: string }> =>
  new Promise((resolve) => {
    const bin = inRepository('node_modules', 'payload', 'bin.js')
    // Without the condition lexical's top-level await may end Node 20 without a word (vitest.config.ts).
    const command = ['--conditions=production', bin, 'workflows:doctor', ...args]
    const child = spawn(process.execPath, command, {
      cwd: inRepository(),
      env: { ...process.env, DATABASE_URI: site.databaseUri, PAYLOAD_LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let stdout = ''
    child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()))
    child.once('close', (code) => resolve({ code, stdout }))
  })

describe('payload workflows:doctor', () => {
  it('should find nothing in a healthy database', async () => {
    const findings = await examine(site.payload)
    expect(findings.map(({ rule }) => `${rule}.sql`)).toEqual(engineDoctor.map(({ name }) => name))
    expect(findings.filter(({ rows }) => rows.length > 0)).toEqual([])
  })

  it.each(DAMAGE)('should name what breaks the rule %s', async (rule, damage) => {
    expect(names(await examineDamage(damage))).toContain(rule)
  })

  it('should be asked about every rule', () => {
    const asked = new Set([...DAMAGE.map(([rule]) => rule), '19_made_gone'])
    expect(engineDoctor.map(({ name }) => name.replace('.sql', ''))).toEqual([...asked].sort())
  })

  it('should only take note of documents that people deleted', async () => {
    const findings = await examineDamage('delete from media')
    expect(names(findings)).toEqual([])
    expect(findings.find(({ rule }) => rule === '19_made_gone')?.rows).toHaveLength(1)
    expect(report(findings)).toContain('note    What workflows made is still there: 1')
  })

  it('should tell ids and numbers, never what was written', async () => {
    const secret = 'SECRET-CONTENT'
    const seen: unknown[] = []
    for (const [, damage] of DAMAGE) {
      seen.push(
        await examineDamage(
          `update agent_jobs set output = jsonb_set(output, '{text}', '"${secret}"'), input = '{"a":"${secret}"}';
           update documents set title = '${secret}';
           update workflow_executions set template_name = '${secret}', params = '"${secret}"';
           ${damage}`,
        ),
      )
    }
    expect(JSON.stringify(seen)).not.toContain(secret)
  })

  it('should end with 0 when all is well and with 1 when something is broken', async () => {
    const well = await run()
    expect(well.code, well.stdout).toBe(0)
    expect(well.stdout.trim().split('\n')).toHaveLength(engineDoctor.length)

    await site.sql.query(
      `update ${E}.execution set inflight = inflight + 1 where id = ${completed}`,
    )
    const ill = await run('--json')
    await site.sql.query(
      `update ${E}.execution set inflight = inflight - 1 where id = ${completed}`,
    )
    expect(ill.code, ill.stdout).toBe(1)
    const { ok, findings } = JSON.parse(ill.stdout) as {
      ok: boolean
      findings: { rule: string; rows: unknown[] }[]
    }
    expect(ok).toBe(false)
    expect(findings.filter(({ rows }) => rows.length > 0)).toMatchObject([
      { rule: '04_execution_counters', rows: [{ status: 'completed' }] },
    ])
  }, 180_000)
})
