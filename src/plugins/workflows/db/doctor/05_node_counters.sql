-- The counters of a node equal its jobs.
select n.exec, n.node, n.state, array[n.open, n.failed, n.total] as stored,
  array[c.open, c.failed, c.total] as counted
from payload_workflows.node_run n, lateral (
  select count(*) filter (where j.state in ('queued', 'ready', 'held', 'running', 'waiting')) as open,
    count(*) filter (where j.state = 'failed') as failed, count(*) as total
  from payload_workflows.job j where j.exec = n.exec and j.node = n.node) c
where n.state not in ('cancelled', 'skipped')
  and (n.open, n.failed, n.total) is distinct from (c.open, c.failed, c.total)
