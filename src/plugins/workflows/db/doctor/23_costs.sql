-- What an execution cost is what its agent jobs cost, and what its counted calls cost.
select e.id as exec, e.status, array[e.tokens_in, e.tokens_out, e.cost] as stored,
  array[g.tokens_in, g.tokens_out, g.cost] as jobs, array[c.tokens_in, c.cost] as calls
from payload_workflows.execution e, lateral (
  select coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(tokens_out), 0) as tokens_out,
    coalesce(sum(cost), 0) as cost from :AGENT_JOBS where execution_id = e.id::text) g, lateral (
  select coalesce(sum(tokens_in), 0) as tokens_in, coalesce(sum(cost), 0) as cost
  from payload_workflows.call where exec = e.id and state = 'succeeded' and counted) c
where (e.tokens_in, e.tokens_out, round(e.cost, 9))
    is distinct from (g.tokens_in, g.tokens_out, round(g.cost, 9))
  or (e.status in ('completed', 'failed')
    and (e.tokens_in, round(e.cost, 9)) is distinct from (c.tokens_in, round(c.cost, 9)))
