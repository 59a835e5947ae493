-- Takes up to n ready jobs of anybody. Locks job rows only and never waits: pause fights for the same rows
-- (it turns `ready` into `held`), so one of the two wins.
create function payload_workflows.claim(p_me text, p_n int) returns jsonb language plpgsql as $$
declare t timestamptz := clock_timestamp(); out jsonb; x uuid; a payload_workflows._acc;
begin
  with picked as (
    select exec, node, idx from payload_workflows.job where state = 'ready' and next_at <= t
      order by next_at limit p_n for update skip locked
  ), taken as (
    update payload_workflows.job j set state = 'running', owner = p_me, attempt = attempt + 1,
      fence = nextval('payload_workflows.fence'), claimed_at = t
      from picked p where j.exec = p.exec and j.node = p.node and j.idx = p.idx returning j.*
  ), shown as (
    update :AGENT_JOBS g set status = 'running', attempts = k.attempt, started_at = t
      from taken k where g.id = k.pub::text
  )
  select jsonb_agg(payload_workflows._claim_json(k::payload_workflows.job, r.total, p.job_type, e.plan, e.input_rev)) into out
    from taken k
    join payload_workflows.node_run r on r.exec = k.exec and r.node = k.node
    join payload_workflows.execution e on e.id = k.exec
    join payload_workflows.plan_node p on p.plan = e.plan and p.node = k.node;
  if out is null then return '[]'; end if;
  -- The first claim of an execution is its start. SKIP LOCKED: whoever holds the row will see to it in _close.
  for x in select id from payload_workflows.execution where status = 'pending'
      and id in (select (value ->> 'exec')::uuid from jsonb_array_elements(out)) for no key update skip locked loop
    a := payload_workflows._open(x, p_me, 0, true);
    a := payload_workflows._close(a);
  end loop;
  return out;
end $$;
