-- A person's (or the clock's) answer. The first one counts; a later one learns who decided and when.
-- p { exec, node, decision, by, byName, comment, output, items, failed, error }
create function payload_workflows.decide(p jsonb, p_bells int) returns jsonb language plpgsql as $$
declare
  a payload_workflows._acc; v payload_workflows.review; j payload_workflows.job; r payload_workflows.node_run;
  e uuid := (p ->> 'exec')::uuid; k text := p ->> 'node'; bad boolean := (p ->> 'failed')::boolean; t timestamptz := clock_timestamp();
begin
  a := payload_workflows._open(e, null, 0, true);
  select * into j from payload_workflows.job where exec = e and node = k and idx = 0;
  if a.exec is null or a.status not in ('pending', 'running', 'pausing', 'paused') or j.state is distinct from 'waiting' then
    select * into v from payload_workflows.review where exec = e and node = k order by gen desc limit 1;
    return jsonb_build_object('ok', false, 'status', a.status, 'decision', v.decision, 'by', v.decided_by, 'byName', v.decided_by_name, 'at', v.decided_at);
  end if;
  update payload_workflows.review set decision = p ->> 'decision', decided_by = p ->> 'by', decided_by_name = p ->> 'byName',
      decided_at = t, comment = p ->> 'comment'
    where exec = e and node = k and gen = j.gen and decision is null returning * into v;
  if not found then
    select * into v from payload_workflows.review where exec = e and node = k and gen = j.gen;
    return jsonb_build_object('ok', false, 'status', a.status, 'decision', v.decision, 'by', v.decided_by, 'byName', v.decided_by_name, 'at', v.decided_at);
  end if;
  update payload_workflows.job set state = case when bad then 'failed' else 'done' end, fence = nextval('payload_workflows.fence')
    where exec = e and node = k and idx = 0;
  update :AGENT_JOBS set status = case when bad then 'failed' else 'completed' end, output = p -> 'output',
    error = nullif(p -> 'error', 'null'), completed_at = t where id = j.pub::text;
  if not bad then a.items_done := a.items_done + 1; end if;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'review', 'node', k, 'decision', p ->> 'decision',
    'by', p ->> 'by', 'byName', p ->> 'byName'));
  update payload_workflows.node_run set open = 0, failed = bad::int, items = case when bad then 0 else (p ->> 'items')::int end
    where exec = e and node = k returning * into r;
  if a.status = 'paused' and a.pause_reason = 'review' then a.status := 'running'; a.pause_reason := null; end if;
  a := payload_workflows._node_settled(a, r, nullif(p -> 'error', 'null'));
  a := payload_workflows._promote(a);
  a := payload_workflows._close(a);
  if a.readied > 0 then perform payload_workflows._ring(greatest(1, least(a.readied, p_bells))); end if;
  return jsonb_build_object('ok', true, 'status', a.status);
end $$;
