-- Gives a claimed job back, to be tried again at next_at: a provider's 429, a passing fault, a shutdown.
-- Takes the execution's lock, because a pause in between must find it as `held`.
-- p_pause: a person must act first (no money), so the execution pauses with it. In one statement: given back before, the
-- next free slot would ask the provider again; paused before, a worker that dies in between would say no reason, and one
-- that was overtaken would pause what others run.
create function payload_workflows.release(p_exec uuid, p_node text, p_idx int, p_fence bigint, p_owner text,
  p_delay_ms double precision, p_counted boolean, p_error jsonb, p_pause boolean) returns text language plpgsql as $$
declare a payload_workflows._acc; j payload_workflows.job; t timestamptz := clock_timestamp();
begin
  a := payload_workflows._open(p_exec, null, 0, true);
  if a.exec is null then return 'fenced'; end if;
  update payload_workflows.job set owner = null, fence = nextval('payload_workflows.fence'),
      state = case when payload_workflows._is_held(a) then 'held' else 'ready' end,
      attempt = attempt - (not p_counted)::int, next_at = t + make_interval(secs => p_delay_ms / 1000)
    where exec = p_exec and node = p_node and idx = p_idx and fence = p_fence and owner = p_owner and state = 'running'
    returning * into j;
  if not found then return 'fenced'; end if;
  if p_pause and a.status in ('pending', 'running') then a := payload_workflows._pause(a, 'system', 'budget'); end if;
  update :AGENT_JOBS set status = 'pending', attempts = j.attempt, error = p_error where id = j.pub::text;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'job', 'id', j.pub, 'node', j.node, 'idx', j.idx,
    'status', 'pending', 'error', p_error, 'nextAt', j.next_at));
  a := payload_workflows._close(a);
  -- Given back by a process that ends: others need not wait until they look.
  if a.status in ('pending', 'running') and j.state = 'ready' and p_delay_ms <= 0 then perform payload_workflows._ring(1); end if;
  return 'ok';
end $$;
