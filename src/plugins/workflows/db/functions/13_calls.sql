-- A paid answer as a worker receives it.
create function payload_workflows._stored_call(c payload_workflows.call) returns jsonb language sql immutable as $$
  select jsonb_build_object('state', 'stored', 'response', c.response, 'blob', encode(c.blob, 'base64'), 'model', c.model,
    'requestId', c.request_id, 'tokensIn', c.tokens_in, 'tokensOut', c.tokens_out, 'cost', c.cost)
$$;

-- Before a paid call. Answers { state: fenced | stored | unowned | blocked | go, ... }.
-- `stored`: the answer was paid for and is here. `unowned`: the account that launched is gone, and nothing is paid for
-- in its name. `blocked`: the provider said 429 and the time is not over.
create function payload_workflows.begin_call(p jsonb) returns jsonb language plpgsql as $$
declare c payload_workflows.call; b payload_workflows.provider_block; t timestamptz := clock_timestamp();
begin
  -- Locked, because a stop in between would otherwise be answered before this call begins, and paid for all the same.
  perform 1 from payload_workflows.job where exec = (p ->> 'exec')::uuid and node = p ->> 'node' and idx = (p ->> 'idx')::int
    and fence = (p ->> 'fence')::bigint and owner = p ->> 'owner' and state = 'running' for share;
  if not found then return '{"state":"fenced"}'; end if;
  select * into c from payload_workflows.call where key = p ->> 'key' and state = 'succeeded';
  if found then
    return payload_workflows._stored_call(c);
  end if;
  -- Deleting an account empties the relation.
  perform 1 from :EXECUTIONS x where x.id = p ->> 'exec' and :LAUNCHED_BY is not null;
  if not found then return '{"state":"unowned"}'; end if;
  select * into b from payload_workflows.provider_block where provider = p ->> 'provider';
  if found then
    if b.blocked_until > t then
      return jsonb_build_object('state', 'blocked', 'retryAfterMs', ceil(extract(epoch from b.blocked_until - t) * 1000));
    end if;
    -- The time is over: one call tries whether the provider is back, the others look again shortly.
    update payload_workflows.provider_block set probe_until = t + interval '60 seconds'
      where provider = b.provider and blocked_until = b.blocked_until and (probe_until is null or probe_until < t);
    if not found then return jsonb_build_object('state', 'blocked', 'retryAfterMs', 500); end if;
  end if;
  insert into payload_workflows.call as k (key, exec, node, idx, gen, step, provider, state, fence)
    values (p ->> 'key', (p ->> 'exec')::uuid, p ->> 'node', (p ->> 'idx')::int, (p ->> 'gen')::int, p ->> 'step',
      p ->> 'provider', 'started', (p ->> 'fence')::bigint)
    on conflict (key) do update set starts = k.starts + 1, fence = excluded.fence, started_at = t, state = 'started'
      where k.state <> 'succeeded';
  -- An overtaken worker's answer came between the look above and this: it is paid for.
  if not found then
    select * into c from payload_workflows.call where key = p ->> 'key';
    return payload_workflows._stored_call(c);
  end if;
  return '{"state":"go"}';
end $$;

-- The answer, before anything is done with it. The first writer wins, with or without the fence: a late
-- answer of an overtaken worker was paid for too. Answers what is stored.
create function payload_workflows.finish_call(p jsonb, p_blob bytea) returns jsonb language plpgsql as $$
declare c payload_workflows.call; kept boolean;
begin
  -- First: begin_call takes the block and then the call, too.
  delete from payload_workflows.provider_block where provider = p ->> 'provider' and blocked_until <= clock_timestamp();
  update payload_workflows.call set state = 'succeeded', response = p -> 'response', blob = p_blob, model = p ->> 'model',
      request_id = p ->> 'requestId', tokens_in = (p ->> 'tokensIn')::int, tokens_out = (p ->> 'tokensOut')::int,
      cost = (p ->> 'cost')::numeric, finished_at = clock_timestamp()
    where key = p ->> 'key' and state <> 'succeeded' returning * into c;
  kept := found;
  if kept then return '{"state":"kept"}'; end if;
  select * into c from payload_workflows.call where key = p ->> 'key';
  return payload_workflows._stored_call(c);
end $$;

-- A 429 that every worker obeys; a longer block is never shortened.
create function payload_workflows.block_provider(p_provider text, p_ms double precision) returns void language sql as $$
  insert into payload_workflows.provider_block as b (provider, blocked_until)
    values (p_provider, clock_timestamp() + make_interval(secs => p_ms / 1000))
    on conflict (provider) do update set blocked_until = greatest(b.blocked_until, excluded.blocked_until), probe_until = null
$$;

-- Puts answers of one job on the bill, once each. The caller holds the execution's lock and adds them up.
create function payload_workflows._count_calls(p_exec uuid, p_node text, p_idx int, out n int, out ti bigint, out tk bigint, out money numeric)
language sql as $$
  with c as (
    update payload_workflows.call set counted = true
      where exec = p_exec and node = p_node and idx = p_idx and state = 'succeeded' and not counted
      returning tokens_in, tokens_out, cost)
  select count(*)::int, coalesce(sum(tokens_in), 0), coalesce(sum(tokens_out), 0), coalesce(sum(cost), 0) from c
$$;

-- Answers that nobody counted: the job was given up, stopped or tried anew while its old holder still waited for them.
-- Seen by the sweep rather than counted where they are stored: that must wait for nothing, least of all an execution.
create function payload_workflows._count_late(p_exec uuid) returns void language plpgsql as $$
declare a payload_workflows._acc; j payload_workflows.job; c record; ti bigint := 0; tk bigint := 0; money numeric := 0;
begin
  a := payload_workflows._open(p_exec, null, 0, false);
  if a.exec is null then return; end if;
  for j in select k.* from payload_workflows.job k where k.exec = p_exec and exists (
      select from payload_workflows.call l where l.exec = k.exec and l.node = k.node and l.idx = k.idx and l.state = 'succeeded'
        and not l.counted and (k.state in ('done', 'failed', 'skipped', 'cancelled') or k.gen > l.gen)) loop
    c := payload_workflows._count_calls(j.exec, j.node, j.idx);
    update :AGENT_JOBS set tokens_in = coalesce(tokens_in, 0) + c.ti, tokens_out = coalesce(tokens_out, 0) + c.tk,
      cost = coalesce(cost, 0) + c.money where id = j.pub::text;
    ti := ti + c.ti; tk := tk + c.tk; money := money + c.money;
  end loop;
  if ti = 0 and tk = 0 and money = 0 then return; end if;
  -- Told as the bill alone, without a percent: nothing is done, and after a stop nothing may be.
  insert into payload_workflows.event (exec, seq, data) values (p_exec, a.seq + 1, jsonb_build_array(jsonb_build_object('t', 'progress',
    'tokensIn', a.tokens_in + ti, 'tokensOut', a.tokens_out + tk, 'cost', a.cost + money)));
  update payload_workflows.execution set tokens_in = tokens_in + ti, tokens_out = tokens_out + tk, cost = cost + money, seq = a.seq + 1 where id = p_exec;
  update :EXECUTIONS set tokens_in = a.tokens_in + ti, tokens_out = a.tokens_out + tk, cost = a.cost + money where id = p_exec::text;
end $$;
