-- Takes up to n ready jobs of anybody. Locks job rows only and never waits: pause fights for the same rows
-- (it turns `ready` into `held`), so one of the two wins.
-- A job that two workers died with (one less than the sweep's p_max_crashes) runs alone the next time: when a
-- third one dies, nobody that merely ran beside it is given up as poison.
create function payload_workflows.claim(p_me text, p_n int) returns jsonb language plpgsql as $$
declare
  t timestamptz := clock_timestamp(); out jsonb; x uuid; a payload_workflows._acc;
  alone boolean := false; holds boolean; due timestamptz;
begin
  -- Asked with every completion, and mostly nobody waits: the statements below are ten times as dear.
  if not exists (select from payload_workflows.job where state = 'ready' and next_at <= t) then return '[]'; end if;
  select bool_or(state = 'running' and owner = p_me), min(next_at) filter (where state = 'ready') into holds, due
    from payload_workflows.job where crashes >= 2 and state in ('ready', 'running');
  if holds then return '[]'; end if;
  if due <= t then
    alone := not exists (select from payload_workflows.job where state = 'running' and owner = p_me);
    -- A busy fleet always runs something: after a while one worker makes itself free.
    if not alone and due < t - interval '10 seconds' and p_me = (
        select min(id) from payload_workflows.worker where beat_at > t - interval '10 seconds') then
      return '[]';
    end if;
  end if;
  with picked as (
    select exec, node, idx from payload_workflows.job where state = 'ready' and next_at <= t
        and (crashes >= 2) = alone
      order by next_at limit case when alone then least(p_n, 1) else p_n end for update skip locked
  ), taken as (
    update payload_workflows.job j set state = 'running', owner = p_me, attempt = attempt + 1,
      fence = nextval('payload_workflows.fence'), claimed_at = t
      from picked p where j.exec = p.exec and j.node = p.node and j.idx = p.idx returning j.*
  ), shown as (
    update :AGENT_JOBS g set status = 'running', attempts = k.attempt, started_at = t
      from taken k where g.id = k.pub::text
  )
  -- A job of an execution that nobody has begun brings its launch along: the worker needs it once.
  select jsonb_agg(payload_workflows._claim_json(k::payload_workflows.job, r.total, p.job_type, e.plan, e.input_rev, p.reads)
      || case when e.status = 'pending' then jsonb_build_object('input', (select :EXECUTION_INPUT from :EXECUTIONS x where x.id = e.id::text))
         else '{}' end) into out
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
