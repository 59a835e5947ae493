-- What is recorded of an execution could have happened: it begins once, ends once, and goes on after a failure by a person only.
with told as (
  select v.exec, v.seq, d.at, d.what, v.data
  from payload_workflows.event v, jsonb_array_elements(v.data) with ordinality d (what, at)),
executions as (
  select exec, seq, data, what ->> 'status' as status,
    lag(what ->> 'status') over (partition by exec order by seq, at) as before
  from told where what ->> 't' = 'execution'),
nodes as (
  select exec, seq, what ->> 'node' as node, what ->> 'status' as status,
    lag(what ->> 'status') over (partition by exec, what ->> 'node' order by seq, at) as before
  from told where what ->> 't' = 'node')
select exec, seq, null as node, before, status from executions
where (before is null) <> (status = 'pending') or before in ('completed', 'stopped')
  or (before = 'failed' and not data @> '[{"t": "control"}]')
union all
select exec, seq, node, before, status from nodes
where before in ('completed', 'skipped') or (before is null and status = 'failed')
