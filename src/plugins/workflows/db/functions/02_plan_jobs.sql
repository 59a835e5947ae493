-- What a job reads of the nodes before it, where that is little: a claim that carries it saves the worker a round
-- trip. Null = too much, the worker reads it itself. Volatile: it sees what this very statement has completed.
create function payload_workflows._scope(p_exec uuid, p_reads text[]) returns jsonb language plpgsql volatile as $$
declare runs jsonb; jobs int; outputs jsonb;
begin
  if p_reads is null then return null; end if;
  if cardinality(p_reads) = 0 then return '{"runs":[],"outputs":[]}'; end if;
  select jsonb_agg(jsonb_build_object('node', r.node, 'state', r.state, 'total', r.total, 'items', r.items, 'branch', r.branch)),
      coalesce(sum(r.total), 0)
    into runs, jobs from payload_workflows.node_run r where r.exec = p_exec and r.node = any (p_reads);
  if jobs > 4 then return null; end if;
  select jsonb_agg(jsonb_build_object('node', j.node, 'idx', j.idx, 'id', j.pub, 'output', g.output) order by j.node, j.idx) into outputs
    from payload_workflows.job j join :AGENT_JOBS g on g.id = j.pub::text
    where j.exec = p_exec and j.node = any (p_reads) and j.state = 'done';
  if pg_column_size(outputs) > 32768 then return null; end if;
  return jsonb_build_object('runs', coalesce(runs, '[]'), 'outputs', coalesce(outputs, '[]'));
end $$;

-- One claim as a worker receives it.
create function payload_workflows._claim_json(j payload_workflows.job, p_total int, p_type text, p_plan text, p_rev int, p_reads text[])
returns jsonb language sql volatile as $$
  select jsonb_build_object('exec', j.exec, 'node', j.node, 'idx', j.idx, 'fence', j.fence, 'gen', j.gen,
    'attempt', j.attempt, 'crashes', j.crashes, 'pub', j.pub, 'total', p_total, 'type', p_type, 'plan', p_plan, 'rev', p_rev,
    'scope', payload_workflows._scope(j.exec, p_reads))
$$;

-- Somebody paused it. One that only waits for reviews goes on by itself as soon as there is something to do.
create function payload_workflows._is_held(a payload_workflows._acc) returns boolean language sql immutable as $$
  select a.status = 'pausing' or (a.status = 'paused' and a.pause_reason is distinct from 'review')
$$;

-- Turns queued jobs into ready ones while the execution has room. The first `want` of them are claimed for
-- the caller at once: no bell, no further round trip.
create function payload_workflows._promote(inout a payload_workflows._acc) language plpgsql as $$
declare
  j payload_workflows.job; room int; t timestamptz := clock_timestamp(); held boolean; lanes jsonb := '{}';
  n int; lim int; kind text; total int; reads text[];
begin
  if a.queued = 0 then return; end if;
  held := payload_workflows._is_held(a);
  room := a.max_parallel - a.inflight;
  if room <= 0 then return; end if;
  for j in select * from payload_workflows.job where exec = a.exec and state = 'queued' order by next_at, node, idx loop
    exit when room <= 0;
    if j.lane is not null then
      if not lanes ? j.lane then
        select count(*) into n from payload_workflows.job k
          where k.exec = a.exec and k.lane = j.lane and k.state in ('ready', 'held', 'running');
        lanes := lanes || jsonb_build_object(j.lane, n);
      end if;
      select lane_limit into lim from payload_workflows.plan_node where plan = a.plan and node = j.node;
      continue when (lanes ->> j.lane)::int >= lim;
      lanes := lanes || jsonb_build_object(j.lane, (lanes ->> j.lane)::int + 1);
    end if;
    if not held and a.want > 0 and a.status in ('pending', 'running') then
      update payload_workflows.job set state = 'running', owner = a.me, attempt = attempt + 1,
        fence = nextval('payload_workflows.fence'), claimed_at = t, next_at = t
        where exec = j.exec and node = j.node and idx = j.idx returning * into j;
      update :AGENT_JOBS set status = 'running', attempts = j.attempt, started_at = t where id = j.pub::text;
      select p.job_type, p.reads, r.total into kind, reads, total from payload_workflows.plan_node p
        join payload_workflows.node_run r on r.exec = a.exec and r.node = p.node
        where p.plan = a.plan and p.node = j.node;
      a.claims := a.claims || payload_workflows._claim_json(j, total, kind, a.plan, a.input_rev, reads);
      a.want := a.want - 1;
    else
      update payload_workflows.job set state = case when held then 'held' else 'ready' end, next_at = t
        where exec = j.exec and node = j.node and idx = j.idx;
      if not held then a.readied := a.readied + 1; end if;
    end if;
    a.inflight := a.inflight + 1; a.queued := a.queued - 1; room := room - 1;
  end loop;
end $$;

-- The jobs of a node that has become active. The caller promotes when all nodes of its statement have theirs: those
-- that become active together take turns, as their jobs are queued one microsecond after the other from its start.
create function payload_workflows._plan_jobs(inout a payload_workflows._acc, p payload_workflows.plan_node, n int)
language plpgsql as $$
declare t timestamptz := clock_timestamp(); room int; held boolean; run boolean; j payload_workflows.job;
begin
  a.active := a.active + 1;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', p.node, 'status', 'running', 'total', n));
  held := payload_workflows._is_held(a);
  room := a.max_parallel - a.inflight;
  if n = 1 and p.lane is null and room > 0 and a.queued = 0 then
    -- The common case of a chain, without the detour over `queued`.
    run := not held and a.want > 0;
    insert into payload_workflows.job (exec, node, idx, state, fence, owner, attempt, next_at, claimed_at, pub)
      values (a.exec, p.node, 0, case when run then 'running' when held then 'held' else 'ready' end,
        nextval('payload_workflows.fence'), case when run then a.me end, case when run then 1 else 0 end, t,
        case when run then t end, payload_workflows.uuid7()) returning * into j;
    insert into :AGENT_JOBS (id, execution_id, node_id, job_type, "index", status, attempts, queued_at, started_at)
      values (j.pub::text, a.exec::text, p.node, p.job_type, 0, case when run then 'running' else 'pending' end,
        j.attempt, t, case when run then t end);
    a.inflight := a.inflight + 1;
    if run then
      if cardinality(p.reads) = 1 and p.reads[1] = a.done #>> '{runs,0,node}' then
        -- It reads what was finished just now, and nothing else: that need not be looked for.
        a.claims := a.claims || (payload_workflows._claim_json(j, 1, p.job_type, a.plan, a.input_rev, null) || jsonb_build_object('scope', a.done));
      else
        a.claims := a.claims || payload_workflows._claim_json(j, 1, p.job_type, a.plan, a.input_rev, p.reads);
      end if;
      a.want := a.want - 1;
    elsif not held then a.readied := a.readied + 1; end if;
    return;
  end if;
  with made as (
    insert into payload_workflows.job (exec, node, idx, state, next_at, lane, pub)
      select a.exec, p.node, i, 'queued', now() + i * interval '1 microsecond', p.lane, payload_workflows.uuid7() from generate_series(0, n - 1) i
      returning pub, idx)
  insert into :AGENT_JOBS (id, execution_id, node_id, job_type, "index", status, attempts, queued_at)
    select pub::text, a.exec::text, p.node, p.job_type, idx, 'pending', 0, t from made;
  a.queued := a.queued + n;
end $$;

-- A node whose edges are all decided and of which at least one is live: plans its jobs.
-- Sets a.empty when there was nothing to do, so that the caller goes straight on to its successors.
create function payload_workflows._activate(inout a payload_workflows._acc, p payload_workflows.plan_node)
language plpgsql as $$
declare n int; t timestamptz := clock_timestamp(); auto timestamptz; j payload_workflows.job; g int;
begin
  a.empty := false;
  n := p.quantity;
  if n is null then
    select items into n from payload_workflows.node_run where exec = a.exec and node = p.items_from;
    n := coalesce(n, 0);
    a.items_total := a.items_total + n - p.expected;
  end if;
  if n = 0 then
    update payload_workflows.node_run set state = 'done', total = 0, open = 0 where exec = a.exec and node = p.node;
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', p.node, 'status', 'completed', 'total', 0));
    a.empty := true;
    return;
  end if;
  if p.kind = 'review' then
    a.active := a.active + 1;
    a.waiting := a.waiting + 1;
    auto := t + make_interval(secs => p.auto_minutes * 60);
    select coalesce(max(gen) + 1, 0) into g from payload_workflows.review where exec = a.exec and node = p.node;
    insert into payload_workflows.review (exec, node, gen, opened_at, auto_at) values (a.exec, p.node, g, t, auto);
    update payload_workflows.node_run set state = 'waiting', total = 1, open = 1, failed = 0 where exec = a.exec and node = p.node;
    insert into payload_workflows.job (exec, node, idx, state, gen, next_at, pub)
      values (a.exec, p.node, 0, 'waiting', g, t, payload_workflows.uuid7()) returning * into j;
    insert into :AGENT_JOBS (id, execution_id, node_id, job_type, "index", status, attempts, queued_at, started_at)
      values (j.pub::text, a.exec::text, p.node, p.job_type, 0, 'running', 0, t, t);
    a.events := a.events || jsonb_build_array(
      jsonb_build_object('t', 'node', 'node', p.node, 'status', 'waiting', 'total', 1, 'autoAt', auto));
    return;
  end if;
  update payload_workflows.node_run set state = 'active', total = n, open = n, failed = 0 where exec = a.exec and node = p.node;
  a := payload_workflows._plan_jobs(a, p, n);
end $$;
