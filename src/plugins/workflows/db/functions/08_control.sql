-- Ends every live job of an execution at once: new fences, so that nothing that is under way can be written.
create function payload_workflows._cancel_jobs(inout a payload_workflows._acc, p_error jsonb) language plpgsql as $$
begin
  with gone as (
    update payload_workflows.job set state = 'cancelled', fence = nextval('payload_workflows.fence'), owner = null
      where exec = a.exec and state in ('queued', 'ready', 'held', 'running', 'waiting') returning pub)
  update :AGENT_JOBS g set status = 'cancelled', error = coalesce(p_error, g.error), completed_at = clock_timestamp()
    from gone where g.id = gone.pub::text;
  update payload_workflows.node_run set state = 'cancelled' where exec = a.exec and state in ('active', 'waiting');
  a.active := 0; a.waiting := 0; a.inflight := 0; a.queued := 0;
end $$;

-- Tells every process to abort what it runs for this execution. Saves money, not truth: fences did that.
create function payload_workflows._shout(p_exec uuid, p_action text) returns void language sql as $$
  select pg_notify('payload_workflows_control', json_build_object('exec', p_exec, 'action', p_action)::text)
$$;

-- Nothing new begins. p_reason: user or budget (nobody pays the provider).
create function payload_workflows._pause(inout a payload_workflows._acc, p_by text, p_reason text) language plpgsql as $$
begin
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'control', 'action', 'pause', 'by', p_by));
  update payload_workflows.job set state = 'held' where exec = a.exec and state = 'ready';
  -- A claim that committed before is seen by _close as running; one that is open was waited for just now.
  a.status := 'pausing'; a.pause_reason := p_reason;
end $$;

-- pause | resume | stop, by a person. Answers { ok, status, reason }: ok false = not allowed in that status.
create function payload_workflows.control(p_exec uuid, p_action text, p_by text, p_bells int)
returns jsonb language plpgsql as $$
declare a payload_workflows._acc; n int;
begin
  a := payload_workflows._open(p_exec, null, 0, true);
  if a.exec is null then return jsonb_build_object('ok', false, 'status', null); end if;
  if p_action = 'pause' and a.status in ('pending', 'running') then
    a := payload_workflows._pause(a, p_by, 'user');
  elsif p_action = 'resume' and a.status in ('pausing', 'paused') and a.pause_reason is distinct from 'review' then
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'control', 'action', 'resume', 'by', p_by));
    a.status := 'running'; a.pause_reason := null;
    update payload_workflows.job set state = 'ready' where exec = p_exec and state = 'held';
    get diagnostics n = row_count;
    a.readied := n;
    a := payload_workflows._promote(a);
  elsif p_action = 'stop' and a.status in ('pending', 'running', 'pausing', 'paused') then
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'control', 'action', 'stop', 'by', p_by));
    a := payload_workflows._cancel_jobs(a, null);
    a.status := 'stopped'; a.pause_reason := null;
    perform payload_workflows._shout(p_exec, 'stop');
  else
    return jsonb_build_object('ok', false, 'status', case a.status when 'pausing' then 'paused' else a.status end, 'reason', a.pause_reason);
  end if;
  a := payload_workflows._close(a);
  if a.readied > 0 then perform payload_workflows._ring(greatest(1, least(a.readied, p_bells))); end if;
  return jsonb_build_object('ok', true, 'status', a.status);
end $$;
