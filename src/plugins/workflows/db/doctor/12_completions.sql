-- One completion event for each finished agent job and try, by the claim that finished it.
with said as (
  select v.exec, d ->> 'node' as node, (d ->> 'idx')::int as idx, (d ->> 'gen')::int as gen,
    (d ->> 'fence')::bigint as fence
  from payload_workflows.event v, jsonb_array_elements(v.data) d
  where d ->> 't' = 'job' and d ->> 'status' = 'completed'),
work as (
  select j.exec, j.node, j.idx, j.gen, j.fence, j.state from payload_workflows.job j
  join payload_workflows.execution e on e.id = j.exec
  join payload_workflows.plan_node p on p.plan = e.plan and p.node = j.node
  where p.kind = 'work')
select exec, node, idx, gen, j.state, j.fence, array_agg(s.fence) as events
from work j full join said s using (exec, node, idx, gen)
where j.state is null or j.state = 'done' or s.fence is not null
group by exec, node, idx, gen, j.state, j.fence
having count(s.fence) <> 1 or min(s.fence) is distinct from j.fence or j.state is distinct from 'done'
