-- One sign of life for all a process holds. Answers which claims are no longer its own (abort those), and how
-- many slots the other living processes have.
create function payload_workflows.heartbeat(p_me text, p_slots int, p_host text, p_pid int, p_pool text, p_held jsonb, p_ttl_ms int)
returns jsonb language plpgsql as $$
declare lost jsonb; others int;
begin
  insert into payload_workflows.worker as w (id, slots, host, pid, pool_id) values (p_me, p_slots, p_host, p_pid, p_pool)
    on conflict (id) do update set beat_at = clock_timestamp(), slots = p_slots, pool_id = p_pool;
  select coalesce(jsonb_agg(h.value), '[]') into lost from jsonb_array_elements(p_held) h
    where not exists (select from payload_workflows.job j where j.exec = (h.value ->> 'exec')::uuid
      and j.node = h.value ->> 'node' and j.idx = (h.value ->> 'idx')::int
      and j.fence = (h.value ->> 'fence')::bigint and j.owner = p_me and j.state = 'running');
  select coalesce(sum(slots), 0) into others from payload_workflows.worker
    where id <> p_me and beat_at > clock_timestamp() - make_interval(secs => p_ttl_ms / 1000.0);
  return jsonb_build_object('lost', lost, 'otherSlots', others);
end $$;

-- Takes one job away from a holder that is dead (crash) or does not know of it (an answer that never arrived).
create function payload_workflows._take_over(p payload_workflows.job, p_crash boolean, p_max_crashes int)
returns boolean language plpgsql as $$
declare
  a payload_workflows._acc; j payload_workflows.job; r payload_workflows.node_run; err jsonb; t timestamptz := clock_timestamp(); c record;
begin
  a := payload_workflows._open(p.exec, null, 0, false);
  if a.exec is null then return false; end if;
  update payload_workflows.job set owner = null, fence = nextval('payload_workflows.fence'), crashes = crashes + p_crash::int,
      attempt = greatest(0, attempt - 1), next_at = t + case when p_crash then make_interval(secs => least(crashes, 5)) else interval '0' end,
      state = case when payload_workflows._is_held(a) then 'held' else 'ready' end
    where exec = p.exec and node = p.node and idx = p.idx and fence = p.fence and state = 'running' returning * into j;
  if not found then return false; end if;
  if j.crashes >= p_max_crashes then
    err := jsonb_build_object('code', 'poison', 'message',
      format('The worker died %s times while running this step (last: %s). It is not tried again by itself.', j.crashes, p.owner));
    update payload_workflows.job set state = 'failed' where exec = j.exec and node = j.node and idx = j.idx;
    -- What it paid for before it died is in the ledger.
    c := payload_workflows._count_calls(j.exec, j.node, j.idx);
    update :AGENT_JOBS set status = 'failed', error = err, completed_at = t, tokens_in = coalesce(tokens_in, 0) + c.ti,
      tokens_out = coalesce(tokens_out, 0) + c.tk, cost = coalesce(cost, 0) + c.money where id = j.pub::text;
    a.inflight := a.inflight - 1; a.tokens_in := a.tokens_in + c.ti; a.tokens_out := a.tokens_out + c.tk; a.cost := a.cost + c.money;
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'job', 'id', j.pub, 'node', j.node, 'idx', j.idx, 'status', 'failed', 'fence', j.fence, 'gen', j.gen, 'error', err));
    update payload_workflows.node_run set open = open - 1, failed = failed + 1 where exec = j.exec and node = j.node returning * into r;
    if r.open = 0 then a := payload_workflows._node_settled(a, r, err); end if;
    a := payload_workflows._promote(a);
  else
    update :AGENT_JOBS set status = 'pending' where id = j.pub::text;
    a.readied := 1;
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'job', 'id', j.pub, 'node', j.node, 'idx', j.idx, 'status', 'pending',
      'takenFrom', p.owner, 'crash', p_crash));
  end if;
  perform payload_workflows._close(a);
  return true;
end $$;

-- Once a second in every process. Everything it does is safe to be killed in the middle of: one transaction.
-- p_known = fences of the claims this process knows it holds.
create function payload_workflows.sweep(p_me text, p_ttl_ms int, p_known bigint[], p_max_crashes int)
returns jsonb language plpgsql as $$
declare
  j payload_workflows.job; taken int := 0; a payload_workflows._acc; x uuid; err jsonb; due jsonb; w payload_workflows.worker;
  t timestamptz := clock_timestamp(); ttl interval := make_interval(secs => p_ttl_ms / 1000.0);
begin
  for j in
    select k.* from payload_workflows.job k left join payload_workflows.worker v on v.id = k.owner
      where k.state = 'running' and (v.id is null or v.beat_at < t - ttl) and k.claimed_at < t - ttl / 2
    union all
    -- Claimed for me by an answer that never arrived: my lease will not expire, so only this gives it back.
    select k.* from payload_workflows.job k where k.state = 'running' and k.owner = p_me
      and k.claimed_at < t - interval '3 seconds' and not k.fence = any (p_known)
    limit 100
  loop
    taken := taken + payload_workflows._take_over(j, j.owner is distinct from p_me, p_max_crashes)::int;
  end loop;
  for x in select id from payload_workflows.execution where deadline_at < t limit 20 loop
    a := payload_workflows._open(x, null, 0, false);
    continue when a.exec is null or a.deadline_at is null or a.deadline_at >= t;
    err := jsonb_build_object('code', 'execution_timeout', 'nodeId', null, 'message',
      format('The time limit of %s minutes was reached. What was made so far is kept; retry to go on.', round(a.timeout_ms / 60000.0, 1)));
    a := payload_workflows._cancel_jobs(a, err);
    a.status := 'failed'; a.error := err;
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'control', 'action', 'timeout'));
    perform payload_workflows._close(a);
    perform payload_workflows._shout(x, 'stop');
  end loop;
  for x in select distinct l.exec from payload_workflows.call l
      join payload_workflows.job k on k.exec = l.exec and k.node = l.node and k.idx = l.idx
      where l.state = 'succeeded' and not l.counted
        and (k.state in ('done', 'failed', 'skipped', 'cancelled') or k.gen > l.gen) limit 20 loop
    perform payload_workflows._count_late(x);
  end loop;
  select coalesce(jsonb_agg(jsonb_build_object('exec', v.exec, 'node', v.node)), '[]') into due from (
    select v.exec, v.node from payload_workflows.review v
      join payload_workflows.job k on k.exec = v.exec and k.node = v.node and k.idx = 0 and k.state = 'waiting' and k.gen = v.gen
      where v.decision is null and v.auto_at <= t order by v.auto_at limit 20) v;
  -- Long dead processes: forget them, and let graphile forget their bells.
  for w in delete from payload_workflows.worker where beat_at < t - interval '60 seconds' returning * loop
    if w.pool_id is not null then perform graphile_worker.force_unlock_workers(array[w.pool_id]); end if;
  end loop;
  return jsonb_build_object('taken', taken, 'due', due);
end $$;

-- Folds usage figures into the templates. One folder at a time; the order of templates keeps it free of deadlocks.
create function payload_workflows.fold_stats() returns int language plpgsql as $$
declare n int := 0; s record;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('payload_workflows.fold_stats', 0)) then return 0; end if;
  for s in
    with gone as (delete from payload_workflows.stat_delta returning *)
    select template, sum(uses)::int uses, sum(completed)::int completed, sum(failed)::int failed, sum(total_ms)::bigint ms
      from gone group by template order by template
  loop
    insert into payload_workflows.template_stat as f (template, uses, completed, failed, total_ms)
      values (s.template, s.uses, s.completed, s.failed, s.ms)
      on conflict (template) do update set uses = f.uses + excluded.uses, completed = f.completed + excluded.completed,
        failed = f.failed + excluded.failed, total_ms = f.total_ms + excluded.total_ms;
    update :TEMPLATES x set usage_count = f.uses,
        success_rate = f.completed::numeric / nullif(f.completed + f.failed, 0),
        average_execution_ms = round(f.total_ms::numeric / nullif(f.completed, 0))
      from payload_workflows.template_stat f where f.template = s.template and x.id::text = f.template;
    n := n + 1;
  end loop;
  return n;
end $$;
