-- The counters of an execution equal its nodes and jobs.
select e.id as exec, e.status,
  array[e.active, e.waiting, e.failed, e.done_nodes, e.inflight, e.queued, e.items_done] as stored,
  array[r.active, r.waiting, r.failed, r.done, c.inflight, c.queued, c.items] as counted
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
  is distinct from (r.active, r.waiting, r.failed, r.done, c.inflight, c.queued, c.items)
