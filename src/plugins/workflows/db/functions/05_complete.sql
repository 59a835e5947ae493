-- One finished job. Sets a.result to ok | dup | fenced; only the holder of the claim (fence AND owner) may finish it.
create function payload_workflows._finish(inout a payload_workflows._acc, item jsonb)
language plpgsql as $$
declare
  j payload_workflows.job; r payload_workflows.node_run; ok boolean := (item ->> 'ok')::boolean;
  t timestamptz := clock_timestamp(); n int := coalesce((item ->> 'items')::int, 1);
  ti bigint := coalesce((item ->> 'tokensIn')::int, 0); tk bigint := coalesce((item ->> 'tokensOut')::int, 0);
  money numeric := coalesce((item ->> 'cost')::numeric, 0); c record;
begin
  update payload_workflows.job set state = case when ok then 'done' else 'failed' end
    where exec = a.exec and node = item ->> 'node' and idx = (item ->> 'idx')::int
      and fence = (item ->> 'fence')::bigint and owner = item ->> 'owner' and state = 'running'
    returning * into j;
  if not found then
    select case when count(*) > 0 then 'dup' else 'fenced' end into a.result from payload_workflows.job
      where exec = a.exec and node = item ->> 'node' and idx = (item ->> 'idx')::int
        and fence = (item ->> 'fence')::bigint and owner = item ->> 'owner' and state in ('done', 'failed');
    return;
  end if;
  a.result := 'ok';
  -- The ledger knows what was paid, also by a job that failed. What it does not know is a host's own bill.
  if not ok or ti > 0 or tk > 0 or money > 0 then
    c := payload_workflows._count_calls(j.exec, j.node, j.idx);
    if c.n > 0 or not ok or exists (select from payload_workflows.call l
        where l.exec = j.exec and l.node = j.node and l.idx = j.idx and l.gen = j.gen and l.state = 'succeeded') then
      ti := c.ti; tk := c.tk; money := c.money;
    end if;
  end if;
  update :AGENT_JOBS set status = case when ok then 'completed' else 'failed' end, attempts = j.attempt,
    input = coalesce(item -> 'input', input), output = item -> 'output', error = nullif(item -> 'error', 'null'),
    tokens_in = coalesce(tokens_in, 0) + ti, tokens_out = coalesce(tokens_out, 0) + tk,
    cost = coalesce(cost, 0) + money, model = coalesce(item ->> 'model', model), started_at = coalesce(started_at, j.claimed_at),
    completed_at = t where id = j.pub::text;
  a.inflight := a.inflight - 1;
  if ok then a.items_done := a.items_done + 1; end if;
  a.tokens_in := a.tokens_in + ti; a.tokens_out := a.tokens_out + tk; a.cost := a.cost + money;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'job', 'id', j.pub, 'node', j.node, 'idx', j.idx,
    'status', case when ok then 'completed' else 'failed' end, 'fence', j.fence, 'gen', j.gen,
    'error', nullif(item -> 'error', 'null')));
  update payload_workflows.node_run set open = open - 1, failed = failed + (not ok)::int,
    items = items + case when ok then n else 0 end, branch = coalesce(item ->> 'branch', branch),
    -- The last good one of a node settles it here: _node_settled has nothing more to write.
    state = case when open = 1 and failed = 0 and ok and state = 'active' then 'done' else state end
    where exec = a.exec and node = j.node returning * into r;
  if r.open = 0 then
    -- What _scope would answer of this node. Of one with more jobs it would have to look for the others.
    a.done := case when ok and r.total = 1 and pg_column_size(item -> 'output') <= 32768 then jsonb_build_object(
      'runs', jsonb_build_array(jsonb_build_object('node', r.node, 'state', r.state, 'total', 1, 'items', r.items, 'branch', r.branch)),
      'outputs', jsonb_build_array(jsonb_build_object('node', r.node, 'idx', j.idx, 'id', j.pub, 'output', item -> 'output'))) end;
    a := payload_workflows._node_settled(a, r, nullif(item -> 'error', 'null'));
  end if;
  a := payload_workflows._promote(a);
end $$;

-- The whole hot path, one statement and one fsync for a batch of finished jobs:
-- p_items [{ exec, node, idx, fence, owner, ok, output, input, error, branch, items, tokensIn, tokensOut, cost, model }],
-- sorted by execution by the caller. Answers { results: [ok|dup|fenced|busy], claims: [...] }.
-- p_want = slots the caller can fill; p_bells = free slots of other living processes.
create function payload_workflows.complete(p_items jsonb, p_me text, p_want int, p_bells int)
returns jsonb language plpgsql as $$
declare
  a payload_workflows._acc; item jsonb; cur uuid; e uuid; results jsonb := '[]'; claims jsonb := '[]';
  want int := p_want; readied int := 0; alone boolean := jsonb_array_length(p_items) = 1;
begin
  if not alone then
    select count(distinct value ->> 'exec') = 1 into alone from jsonb_array_elements(p_items);
  end if;
  for item in select value from jsonb_array_elements(p_items) loop
    e := (item ->> 'exec')::uuid;
    if cur is distinct from e then
      if a.exec is not null then
        a := payload_workflows._close(a);
        claims := claims || a.claims; want := a.want; readied := readied + a.readied;
      end if;
      cur := e;
      a := payload_workflows._open(e, p_me, want, alone);
    end if;
    if a.exec is null then
      -- In a batch nobody waits for two executions: the caller tries a busy one again, alone.
      results := results || to_jsonb(case when alone then 'fenced' else 'busy' end);
      continue;
    end if;
    a := payload_workflows._finish(a, item);
    results := results || to_jsonb(a.result);
  end loop;
  if a.exec is not null then
    a := payload_workflows._close(a);
    claims := claims || a.claims; want := a.want; readied := readied + a.readied;
  end if;
  -- The oldest ready jobs of anybody: this is also what finds work whose bell was lost.
  if want > 0 then claims := claims || payload_workflows.claim(p_me, want); end if;
  if p_bells > 0 and readied > 0 then perform payload_workflows._ring(least(readied, p_bells)); end if;
  return jsonb_build_object('results', results, 'claims', claims);
end $$;
