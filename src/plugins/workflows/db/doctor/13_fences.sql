-- The numbers of claims and of tries never fall.
with said as (
  select v.exec, d ->> 'node' as node, (d ->> 'idx')::int as idx, v.seq, place,
    (d ->> 'fence')::bigint as fence, (d ->> 'gen')::int as gen
  from payload_workflows.event v, jsonb_array_elements(v.data) with ordinality as x (d, place)
  where d ->> 't' = 'job' and d ? 'fence'
  -- Planned anew while paused, a job has no claim yet.
  union all select exec, node, idx, null, null, nullif(fence, 0), gen from payload_workflows.job),
ordered as (
  select *, lag(fence) over w as fence_before, lag(gen) over w as gen_before from said
  window w as (partition by exec, node, idx order by seq nulls last, place))
select exec, node, idx, fence_before, fence, gen_before, gen from ordered
where fence < fence_before or gen < gen_before
