-- Decides whether the execution pauses or ends, then writes counters, one event row and the projection.
create function payload_workflows._close(inout a payload_workflows._acc) language plpgsql as $$
declare percent int; t timestamptz := clock_timestamp(); ended boolean := false; shown text; began boolean; turned boolean;
begin
  if a.status in ('pending', 'running', 'pausing', 'paused') then
    if a.active = 0 then
      a.status := case when a.failed > 0 then 'failed' else 'completed' end;
      a.pause_reason := null; ended := true;
    elsif a.status = 'pausing' then
      if not exists (select from payload_workflows.job where exec = a.exec and state = 'running') then a.status := 'paused'; end if;
    elsif a.status in ('pending', 'running') and a.active = a.waiting then
      a.status := 'paused'; a.pause_reason := 'review';
    elsif a.status = 'paused' and a.pause_reason = 'review' and a.active > a.waiting then
      a.status := 'running'; a.pause_reason := null;
    elsif a.status = 'pending' and a.me is not null then
      a.status := 'running';
    end if;
  elsif a.old_status not in ('completed', 'failed', 'stopped') then
    ended := true;  -- stopped, or failed by the time limit
  end if;
  -- The clock of the time limit stands still while only people are waited for.
  if a.status in ('pending', 'running') then
    if a.deadline_at is null then a.deadline_at := t + coalesce(a.time_left, make_interval(secs => a.timeout_ms / 1000.0)); a.time_left := null; end if;
  elsif a.deadline_at is not null then
    a.time_left := greatest(a.deadline_at - t, interval '1 second'); a.deadline_at := null;
  end if;
  if a.status <> 'failed' and a.failed = 0 then a.error := null; end if;
  percent := case when a.status = 'completed' then 100
    when a.items_total <= 0 then 0 else least(99, a.items_done * 100 / a.items_total) end;
  shown := case a.status when 'pausing' then 'paused' else a.status end;
  began := a.old_status = 'pending' and a.status <> 'pending';
  -- A resumed execution that has only reviews left is paused as before, for another reason.
  turned := a.status <> a.old_status or a.pause_reason is distinct from a.old_pause_reason;
  if turned then
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'execution', 'status', shown, 'pauseReason', a.pause_reason, 'error', a.error));
  end if;
  if percent <> a.old_pct or ended then
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'progress', 'percent', percent, 'itemsDone', a.items_done,
      'itemsTotal', a.items_total, 'tokensIn', a.tokens_in, 'tokensOut', a.tokens_out, 'cost', a.cost));
  end if;
  if jsonb_array_length(a.events) > 0 then
    a.seq := a.seq + 1;
    insert into payload_workflows.event (exec, seq, at, data) values (a.exec, a.seq, t, a.events);
  end if;
  update payload_workflows.execution set plan = a.plan, status = a.status, pause_reason = a.pause_reason,
    done_nodes = a.done_nodes, active = a.active, waiting = a.waiting, failed = a.failed, inflight = a.inflight,
    queued = a.queued, items_total = a.items_total, items_done = a.items_done, pct = percent, tokens_in = a.tokens_in,
    tokens_out = a.tokens_out, cost = a.cost, error = a.error, deadline_at = a.deadline_at, time_left = a.time_left,
    input_rev = a.input_rev, seq = a.seq where id = a.exec;
  if turned then
    -- Only a change of status touches updatedAt: it is indexed, so such an update is never HOT.
    update :EXECUTIONS set status = shown, pause_reason = a.pause_reason, progress_percent = percent,
      items_done = a.items_done, items_total = a.items_total, tokens_in = a.tokens_in, tokens_out = a.tokens_out,
      cost = a.cost, error = a.error, updated_at = t,
      started_at = case when began then coalesce(started_at, t) else started_at end,
      completed_at = case when ended then t when a.status in ('pending','running','paused','pausing') then null else completed_at end,
      current_nodes = payload_workflows._current_nodes(a.exec)
      where id = a.exec::text;
  elsif percent <> a.old_pct then
    update :EXECUTIONS set progress_percent = percent, items_done = a.items_done, items_total = a.items_total,
      tokens_in = a.tokens_in, tokens_out = a.tokens_out, cost = a.cost,
      current_nodes = payload_workflows._current_nodes(a.exec) where id = a.exec::text;
  end if;
  if ended then
    if a.template is not null and not a.test and a.status in ('completed', 'failed') then
      insert into payload_workflows.stat_delta (template, completed, failed, total_ms) values (a.template,
        (a.status = 'completed')::int, (a.status = 'failed')::int,
        case when a.status = 'completed' then (extract(epoch from t - a.created_at) * 1000)::bigint else 0 end);
    end if;
  end if;
end $$;

create function payload_workflows._current_nodes(p_exec uuid) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(node order by node), '[]') from payload_workflows.node_run
    where exec = p_exec and state in ('active', 'waiting')
$$;

-- Rings other processes: one bell a free slot of theirs at most. A lost bell costs a second, never work.
create function payload_workflows._ring(p_bells int) returns void language plpgsql as $$
begin
  for i in 1 .. least(p_bells, 64) loop
    perform graphile_worker.add_job('payload_workflows_bell', '{}'::json, max_attempts => 3);
  end loop;
end $$;
