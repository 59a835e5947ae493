-- What arrived at a node, and how much of it was live, equals the edges that were decided.
-- A node that a person left out lets its successors go on, a condition then by its `false` branch.
with edge as (
  select m.exec, s.node, s.branch,
    case when m.state = 'failed' then m.failed < m.total
      when m.state = 'skipped' then m.live > 0 or p.in_degree = 0 else true end as is_live,
    case when m.state = 'failed' then null
      when m.state = 'skipped' then case when p.job_type = 'conditional' then 'false' end
      else m.branch end as taken
  from payload_workflows.node_run m
  join payload_workflows.execution e on e.id = m.exec
  join payload_workflows.plan_node p on p.plan = e.plan and p.node = m.node,
  unnest(p.succ, p.branch) as s (node, branch)
  where m.state in ('done', 'skipped') or (m.state = 'failed' and p.tolerant)),
counted as (
  select exec, node, count(*) as arrived,
    count(*) filter (where is_live and (branch = '' or taken is null or branch = taken)) as live
  from edge group by exec, node)
select n.exec, n.node, n.state, array[n.arrived, n.live] as stored,
  array[coalesce(c.arrived, 0), coalesce(c.live, 0)] as counted
from payload_workflows.node_run n left join counted c using (exec, node)
where (n.arrived, n.live) is distinct from (coalesce(c.arrived, 0), coalesce(c.live, 0))
