-- A node begins after what it waits for has ended.
select n.exec, n.node, n.state, n.arrived, n.live from payload_workflows.node_run n
join payload_workflows.execution e on e.id = n.exec
join payload_workflows.plan_node p on p.plan = e.plan and p.node = n.node
where p.in_degree > 0 and n.state in ('active', 'waiting', 'done', 'failed')
  and (n.live = 0 or (n.arrived < p.in_degree and not exists (
    select from payload_workflows.plan_node q where q.plan = e.plan
      and true = any (q.join_first) and n.node = any (q.succ))))
