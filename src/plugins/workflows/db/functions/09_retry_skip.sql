-- An ended execution goes on: a fresh time limit, nothing that was made is touched.
create function payload_workflows._reopen(inout a payload_workflows._acc) language plpgsql as $$
declare n int; w int;
begin
  if a.status <> 'failed' then return; end if;
  a.status := 'running'; a.pause_reason := null; a.deadline_at := null; a.time_left := null; a.error := null;
  -- What a time limit cut off goes on too: those jobs never failed. Reviews wait again, they are not run.
  with back as (
    update payload_workflows.job j set state = case when p.kind = 'review' then 'waiting' else 'queued' end,
        fence = nextval('payload_workflows.fence'), owner = null, attempt = 0, crashes = 0, next_at = clock_timestamp()
      from payload_workflows.plan_node p
      where j.exec = a.exec and j.state = 'cancelled' and p.plan = a.plan and p.node = j.node
      returning j.state, j.pub),
  shown as (
    update :AGENT_JOBS g set status = case when back.state = 'waiting' then 'running' else 'pending' end, error = null,
        completed_at = null, started_at = case when back.state = 'waiting' then g.started_at end, attempts = 0
      from back where g.id = back.pub::text)
  select count(*) filter (where state = 'queued') into n from back;
  a.queued := a.queued + n;
  with back as (
    update payload_workflows.node_run r set state = case when p.kind = 'review' then 'waiting' else 'active' end
      from payload_workflows.plan_node p
      where r.exec = a.exec and r.state = 'cancelled' and p.plan = a.plan and p.node = r.node returning r.state)
  select count(*), count(*) filter (where state = 'waiting') into n, w from back;
  a.active := a.active + n; a.waiting := a.waiting + w;
end $$;

-- Runs the failed jobs of a node again; what follows comes by itself. A new gen: answers are asked for anew.
-- p_change { from, plan, keys, snapshot }, or null: another config of the node, whose plan is stored already and differs
-- from the plan `from` in nothing else.
create function payload_workflows.retry(p_exec uuid, p_node text, p_by text, p_bells int, p_change jsonb)
returns jsonb language plpgsql as $$
declare a payload_workflows._acc; r payload_workflows.node_run; p payload_workflows.plan_node; n int; g int;
begin
  a := payload_workflows._open(p_exec, null, 0, true);
  select * into r from payload_workflows.node_run where exec = p_exec and node = p_node;
  select * into p from payload_workflows.plan_node where plan = a.plan and node = p_node;
  if a.status not in ('pending', 'running', 'pausing', 'paused', 'failed') or r.state is null
      or r.state not in ('failed', 'cancelled') or (p.tolerant and r.state = 'failed') then
    return jsonb_build_object('ok', false, 'status', a.status, 'nodeStatus', coalesce(r.state, 'pending'));
  end if;
  if p_change is not null then
    -- Somebody else changed a config since this one was checked.
    if a.plan <> p_change ->> 'from' then
      return jsonb_build_object('ok', false, 'status', a.status, 'nodeStatus', r.state, 'changed', true);
    end if;
    a.plan := p_change ->> 'plan';
    a.input_rev := a.input_rev + 1;
    update :EXECUTIONS set snapshot = p_change -> 'snapshot' where id = p_exec::text;
  end if;
  a.events := a.events || jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('t', 'control', 'action', 'retry', 'node', p_node,
    'by', p_by, 'changed', p_change -> 'keys')));
  if r.state = 'failed' then
    a.failed := a.failed - 1; a.active := a.active + 1;
    if p.kind = 'review' then
      a.waiting := a.waiting + 1;
      update payload_workflows.job set state = 'waiting', gen = gen + 1, fence = nextval('payload_workflows.fence')
        where exec = p_exec and node = p_node returning gen into g;
      insert into payload_workflows.review (exec, node, gen, auto_at)
        values (p_exec, p_node, g, clock_timestamp() + make_interval(secs => p.auto_minutes * 60));
      update payload_workflows.node_run set state = 'waiting', open = 1, failed = 0 where exec = p_exec and node = p_node;
      update :AGENT_JOBS set status = 'running', error = null, completed_at = null
        where execution_id = p_exec::text and node_id = p_node;
    else
      with back as (
        update payload_workflows.job set state = 'queued', gen = gen + 1, attempt = 0, crashes = 0, owner = null,
            fence = nextval('payload_workflows.fence'), next_at = clock_timestamp()
          where exec = p_exec and node = p_node and state in ('failed', 'cancelled') returning pub),
      shown as (
        update :AGENT_JOBS x set status = 'pending', error = null, completed_at = null, started_at = null, attempts = 0
          from back where x.id = back.pub::text)
      select count(*) into n from back;
      a.queued := a.queued + n;
      update payload_workflows.node_run set state = 'active', open = n, failed = 0 where exec = p_exec and node = p_node;
    end if;
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', p_node, 'status',
      case when p.kind = 'review' then 'waiting' else 'running' end));
  end if;
  a := payload_workflows._reopen(a);
  a.error := payload_workflows._first_error(p_exec);
  a := payload_workflows._promote(a);
  a := payload_workflows._close(a);
  if a.readied > 0 then perform payload_workflows._ring(greatest(1, least(a.readied, p_bells))); end if;
  return jsonb_build_object('ok', true, 'status', a.status);
end $$;

-- The reason of an execution that has other failed nodes besides the one being mended.
create function payload_workflows._first_error(p_exec uuid) returns jsonb language sql stable as $$
  select g.error || jsonb_build_object('nodeId', r.node) from payload_workflows.node_run r
    join payload_workflows.job j on j.exec = r.exec and j.node = r.node and j.state = 'failed'
    join :AGENT_JOBS g on g.id = j.pub::text
    where r.exec = p_exec and r.state = 'failed' order by r.node, j.idx limit 1
$$;

-- Leaves a node out: what it made so far stays, what follows goes on without the rest.
create function payload_workflows.skip(p_exec uuid, p_node text, p_by text, p_bells int)
returns jsonb language plpgsql as $$
declare a payload_workflows._acc; r payload_workflows.node_run; p payload_workflows.plan_node; running int; done int; live int; queued int;
begin
  a := payload_workflows._open(p_exec, null, 0, true);
  select * into p from payload_workflows.plan_node where plan = a.plan and node = p_node;
  select * into r from payload_workflows.node_run where exec = p_exec and node = p_node;
  -- A claim takes no lock of the execution: one that is not committed yet is waited for, and then counts as running.
  perform 1 from payload_workflows.job where exec = p_exec and node = p_node for no key update;
  select count(*) filter (where state = 'running'), count(*) filter (where state = 'done'),
      count(*) filter (where state in ('ready', 'held')), count(*) filter (where state = 'queued')
    into running, done, live, queued from payload_workflows.job where exec = p_exec and node = p_node;
  if a.status not in ('pending', 'running', 'pausing', 'paused', 'failed') or running > 0
      or coalesce(r.state, 'pending') not in ('pending', 'active', 'failed', 'cancelled')
      or (p.tolerant and r.state = 'failed') then
    return jsonb_build_object('ok', false, 'status', a.status, 'nodeStatus', coalesce(r.state, 'pending'));
  end if;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'control', 'action', 'skip', 'node', p_node, 'by', p_by));
  if r.state is null or r.state = 'pending' then
    insert into payload_workflows.node_run (exec, node, state, skip) values (p_exec, p_node, 'pending', true)
      on conflict (exec, node) do update set skip = true;
  else
    with gone as (
      update payload_workflows.job set state = 'skipped', fence = nextval('payload_workflows.fence'), owner = null
        where exec = p_exec and node = p_node and state in ('queued', 'ready', 'held', 'failed', 'cancelled') returning pub)
    update :AGENT_JOBS g set status = 'skipped', completed_at = clock_timestamp() from gone where g.id = gone.pub::text;
    if r.state = 'failed' then a.failed := a.failed - 1;
    elsif r.state = 'active' then a.active := a.active - 1; a.inflight := a.inflight - live; a.queued := a.queued - queued;
    end if;
    update payload_workflows.node_run set state = 'skipped', open = 0, failed = 0 where exec = p_exec and node = p_node;
    a.done_nodes := a.done_nodes + 1;
    a.items_total := a.items_total - (r.total - done);
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', p_node, 'status', 'skipped'));
    a := payload_workflows._reopen(a);
    -- A skipped condition was not decided: its `false` branch is the one without promises.
    a := payload_workflows._propagate(a, p_node, true, case when p.job_type = 'conditional' then 'false' end);
  end if;
  a.error := payload_workflows._first_error(p_exec);
  a := payload_workflows._promote(a);
  a := payload_workflows._close(a);
  if a.readied > 0 then perform payload_workflows._ring(greatest(1, least(a.readied, p_bells))); end if;
  return jsonb_build_object('ok', true, 'status', a.status);
end $$;
