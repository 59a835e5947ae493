import pg from 'pg'

import type { RecordedRequest } from './fakeOpenAI.js'

/**
 * What must hold in a database of the demo site at any moment when no statement is under way
 * (engine-protocol.md 4.11). Each query answers the rows that break its rule.
 */
const RULES: Record<string, string> = {
  'one execution for each launch key': `
    select workspace, launch_key from payload_workflows.execution where launch_key is not null
    group by 1, 2 having count(*) > 1`,
  'every execution has its row in the collection, and the other way round': `
    select e.id::text as engine, x.id as collection from payload_workflows.execution e
    full join workflow_executions x on x.id = e.id::text where e.id is null or x.id is null`,
  'every job has its row in the collection, and the other way round': `
    select j.exec, j.node, j.idx, g.id from payload_workflows.job j
    full join agent_jobs g on g.id = j.pub::text where j.exec is null or g.id is null`,
  'counters of an execution equal its nodes and jobs': `
    select e.id, e.status, to_jsonb(e) - 'error' as has, to_jsonb(r) as counted
    from payload_workflows.execution e, lateral (
      select count(*) filter (where n.state in ('active', 'waiting')) as active,
        count(*) filter (where n.state = 'waiting') as waiting,
        count(*) filter (where n.state = 'failed' and not p.tolerant) as failed,
        count(*) filter (where n.state in ('done', 'skipped') or (n.state = 'failed' and p.tolerant)) as done
      from payload_workflows.node_run n
      join payload_workflows.plan_node p on p.plan = e.plan and p.node = n.node where n.exec = e.id) r, lateral (
      select count(*) filter (where j.state in ('ready', 'held', 'running')) as inflight,
        count(*) filter (where j.state = 'queued') as queued,
        count(*) filter (where j.state = 'done') as items
      from payload_workflows.job j where j.exec = e.id) c
    where (e.active, e.waiting, e.failed, e.done_nodes, e.inflight, e.queued, e.items_done)
      is distinct from (r.active, r.waiting, r.failed, r.done, c.inflight, c.queued, c.items)`,
  'counters of a node equal its jobs': `
    select n.exec, n.node, n.state, n.open, n.total, n.failed, to_jsonb(c) as counted
    from payload_workflows.node_run n, lateral (
      select count(*) filter (where j.state in ('queued', 'ready', 'held', 'running', 'waiting')) as open,
        count(*) filter (where j.state = 'failed') as failed, count(*) as total
      from payload_workflows.job j where j.exec = n.exec and j.node = n.node) c
    where n.state not in ('cancelled', 'skipped')
      and (n.open, n.failed, n.total) is distinct from (c.open, c.failed, c.total)`,
  'arrivals at a node equal the edges that were decided': `
    select n.exec, n.node, n.arrived, c.arrived as counted from payload_workflows.node_run n
    join payload_workflows.execution e on e.id = n.exec, lateral (
      select count(*) as arrived from payload_workflows.node_run m
      join payload_workflows.plan_node p on p.plan = e.plan and p.node = m.node, unnest(p.succ) as s (node)
      where m.exec = e.id and s.node = n.node
        and (m.state in ('done', 'skipped') or (m.state = 'failed' and p.tolerant))) c
    where n.arrived <> c.arrived`,
  'an active node has something open, an ended one has nothing': `
    select exec, node, state, open from payload_workflows.node_run
    where (state in ('active', 'waiting')) <> (open > 0) and state <> 'cancelled'`,
  'no live job in an ended execution': `
    select j.exec, j.node, j.idx, j.state, e.status from payload_workflows.job j
    join payload_workflows.execution e on e.id = j.exec where e.status in ('completed', 'failed', 'stopped')
      and j.state in ('queued', 'ready', 'held', 'running', 'waiting')`,
  'nothing runs, and nothing may be claimed, while paused': `
    select j.exec, j.node, j.idx, j.state, e.status from payload_workflows.job j
    join payload_workflows.execution e on e.id = j.exec
    where (e.status = 'paused' and j.state = 'running' and e.pause_reason <> 'review')
      or (e.status in ('pausing', 'paused') and j.state = 'ready')`,
  'event numbers have no gap': `
    select e.id, e.seq, count(v.seq), max(v.seq) from payload_workflows.execution e
    left join payload_workflows.event v on v.exec = e.id
    group by e.id having count(v.seq) <> e.seq or coalesce(max(v.seq), 0) <> e.seq`,
  'one completion event for each finished job and gen, by the fence that finished it': `
    with said as (
      select v.exec, d ->> 'node' as node, (d ->> 'idx')::int as idx, (d ->> 'gen')::int as gen,
        (d ->> 'fence')::bigint as fence
      from payload_workflows.event v, jsonb_array_elements(v.data) d
      where d ->> 't' = 'job' and d ->> 'status' = 'completed')
    select j.exec, j.node, j.idx, j.gen, j.fence, array_agg(s.fence) as events
    from payload_workflows.job j
    join payload_workflows.execution e on e.id = j.exec
    join payload_workflows.plan_node p on p.plan = e.plan and p.node = j.node
    full join said s on s.exec = j.exec and s.node = j.node and s.idx = j.idx and s.gen = j.gen
    where j.exec is null or (p.kind = 'work' and (j.state = 'done' or s.exec is not null))
    group by 1, 2, 3, 4, 5
    having count(s.exec) <> 1 or min(s.fence) is distinct from j.fence`,
  'a job begins after what it waits for has ended': `
    select n.exec, n.node, n.state from payload_workflows.node_run n
    join payload_workflows.execution e on e.id = n.exec
    join payload_workflows.plan_node p on p.plan = e.plan and p.node = n.node
    where p.in_degree > 0 and n.state in ('active', 'waiting', 'done', 'failed')
      and (n.live = 0 or (n.arrived < p.in_degree and not exists (
        select from payload_workflows.plan_node q where q.plan = e.plan
          and true = any (q.join_first) and n.node = any (q.succ))))`,
  'an effect belongs to a job that is done, and was made by the claim that finished it': `
    select f.exec, f.node, f.idx, f.slot, f.fence, j.state, j.fence as job_fence
    from payload_workflows.effect f left join payload_workflows.job j using (exec, node, idx)
    where f.doc_id is null or j.state is null or (j.state = 'done' and j.fence <> f.fence)
      or (j.state not in ('done', 'skipped') and j.gen = 0)`,
  'every document and image of a workflow is there, and has exactly one effect': `
    with made as (
      select 'documents' as collection, id::text as id from documents
      union all select 'media', id::text from media),
    written as (
      select collection, doc_id as id from payload_workflows.effect where collection in ('documents', 'media'))
    select coalesce(m.collection, w.collection) as collection, m.id as document, w.id as effect
    from made m full join written w using (collection, id)
    where m.id is null or w.id is null
    union all select collection, id, 'twice' from written group by 1, 2 having count(*) > 1`,
  'at most one primary image, and no image twice, on a document': `
    select document_collection, document_id, count(*) filter (where is_primary) as primaries
    from document_attachments group by 1, 2
    having count(*) filter (where is_primary) > 1 or count(*) <> count(distinct image_id)`,
  'the collection shows the truth of executions': `
    select e.id, e.status, x.status as shown, e.pct, x.progress_percent
    from payload_workflows.execution e join workflow_executions x on x.id = e.id::text
    where x.status <> case e.status when 'pausing' then 'paused' else e.status end
      or x.progress_percent <> e.pct or x.pause_reason is distinct from e.pause_reason
      or (e.status in ('completed', 'failed', 'stopped')) <> (x.completed_at is not null)
      or (e.status = 'completed' and e.pct <> 100)
      or (e.status in ('completed', 'failed', 'stopped')
        and (x.tokens_in <> e.tokens_in or x.tokens_out <> e.tokens_out
          or round(x.cost, 9) <> round(e.cost, 9) or x.items_done <> e.items_done))`,
  'the collection shows the truth of jobs': `
    select j.exec, j.node, j.idx, j.state, g.status from payload_workflows.job j
    join agent_jobs g on g.id = j.pub::text
    where g.status <> case j.state when 'queued' then 'pending' when 'ready' then 'pending'
      when 'held' then 'pending' when 'waiting' then 'running' when 'done' then 'completed' else j.state end`,
  'what an execution cost is what its jobs cost, and what its calls cost': `
    select e.id, e.status, e.tokens_in, e.cost, to_jsonb(g) as jobs, to_jsonb(c) as calls
    from payload_workflows.execution e, lateral (
      select coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(tokens_out), 0) as tokens_out,
        coalesce(sum(cost), 0) as cost from agent_jobs where execution_id = e.id::text) g, lateral (
      select coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(cost), 0) as cost
      from payload_workflows.call where exec = e.id and state = 'succeeded') c
    where (e.tokens_in, e.tokens_out, round(e.cost, 9))
        is distinct from (g.tokens_in, g.tokens_out, round(g.cost, 9))
      or (e.status in ('completed', 'failed')
        and (e.tokens_in, round(e.cost, 9)) is distinct from (c.tokens_in, round(c.cost, 9)))`,
  'one answer for each review': `
    select v.exec, v.node, v.gen from payload_workflows.review v
    join payload_workflows.job j on j.exec = v.exec and j.node = v.node and j.gen = v.gen and j.idx = 0
    where (v.decision is null) and j.state in ('done', 'failed')`,
  'no job waits for a dead worker while another lives': `
    select j.exec, j.node, j.idx, j.owner, w.beat_at from payload_workflows.job j
    left join payload_workflows.worker w on w.id = j.owner
    where j.state = 'running' and j.claimed_at < clock_timestamp() - interval '10 seconds'
      and (w.id is null or w.beat_at < clock_timestamp() - interval '10 seconds')
      and exists (select from payload_workflows.worker v where v.beat_at > clock_timestamp() - interval '2 seconds')`,
}

/**
 * Everything that is out of order, in words; `[]` = all is well. `requests` is the provider's log: an answer
 * that is in the ledger must never have been asked for again.
 */
export async function checkInvariants(
  uri: string,
  { requests = [] }: { requests?: RecordedRequest[] } = {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: uri, application_name: 'invariants' })
  await client.connect()
  try {
    // One snapshot for all rules: workers may be busy.
    await client.query('begin isolation level repeatable read read only')
    const broken: string[] = []
    for (const [rule, sql] of Object.entries(RULES)) {
      const { rows } = await client.query<Record<string, unknown>>(sql)
      broken.push(...rows.map((row) => `${rule}: ${JSON.stringify(row)}`))
    }
    broken.push(...(await paidTwice({ client, requests })))
    await client.query('commit')
    return broken
  } finally {
    await client.end()
  }
}

interface CallRow {
  key: string
  starts: number
  finished_at: Date
}

/** Compares the call ledger with what the provider saw. */
async function paidTwice({
  client,
  requests,
}: {
  client: pg.Client
  requests: RecordedRequest[]
}): Promise<string[]> {
  if (requests.length === 0) return []
  const { rows } = await client.query<CallRow>(
    `select key, starts, finished_at from payload_workflows.call where state = 'succeeded'`,
  )
  return rows.flatMap(({ key, starts, finished_at }) => {
    const asked = requests.filter(({ idempotencyKey }) => idempotencyKey === key)
    const late = asked.filter(({ startedAt }) => startedAt > finished_at.getTime())
    return [
      ...(late.length > 0 ? [`asked again for an answer that was stored: ${key}`] : []),
      ...(asked.length > starts ? [`${asked.length} requests of ${starts} starts: ${key}`] : []),
      ...(asked.some(({ status }) => status === 200) ? [] : [`answer out of nowhere: ${key}`]),
    ]
  })
}
