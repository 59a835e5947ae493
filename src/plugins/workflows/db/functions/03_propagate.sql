-- A node is resolved: tells its successors. `p_live` false = nothing goes on from here (dead path).
-- A worklist, not recursion: a thousand skipped nodes in a row must not overflow anything.
create function payload_workflows._propagate(inout a payload_workflows._acc, p_node text, p_live boolean, p_branch text)
language plpgsql as $$
declare
  todo jsonb := jsonb_build_array(jsonb_build_array(p_node, p_live, p_branch));
  p payload_workflows.plan_node; q payload_workflows.plan_node; r payload_workflows.node_run;
  live boolean; br text; edge_live boolean; i int; at int := 0; s text;
begin
  while at < jsonb_array_length(todo) loop
    live := (todo -> at ->> 1)::boolean; br := todo -> at ->> 2;
    select * into p from payload_workflows.plan_node where plan = a.plan and node = todo -> at ->> 0;
    at := at + 1;
    for i in 1 .. coalesce(array_length(p.succ, 1), 0) loop
      s := p.succ[i];
      edge_live := live and (p.branch[i] = '' or br is null or p.branch[i] = br);
      if edge_live and p.need[i] = 1 then
        select * into q from payload_workflows.plan_node where plan = a.plan and node = s;
        if q.quantity = 1 and q.kind = 'work' then
          -- The common case of a chain: one row at once, instead of one that waits and is then changed.
          insert into payload_workflows.node_run (exec, node, state, arrived, live, total, open)
            values (a.exec, s, 'active', 1, 1, 1, 1) on conflict do nothing;
          if found then
            a := payload_workflows._plan_jobs(a, q, 1);
            continue;
          end if;
        end if;
      end if;
      insert into payload_workflows.node_run as nr (exec, node, state, arrived, live)
        values (a.exec, s, 'pending', 1, edge_live::int)
        on conflict (exec, node) do update set arrived = nr.arrived + 1, live = nr.live + excluded.live
        returning * into r;
      -- Already begun (a merge that took the first branch) or already skipped: later arrivals are ignored.
      continue when r.state <> 'pending';
      continue when r.arrived < p.need[i] and not (p.join_first[i] and r.live > 0);
      select * into q from payload_workflows.plan_node where plan = a.plan and node = s;
      if r.live = 0 or r.skip then
        update payload_workflows.node_run set state = 'skipped' where exec = a.exec and node = s;
        a.done_nodes := a.done_nodes + 1;
        a.items_total := a.items_total - q.expected;
        a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', s, 'status', 'skipped'));
        -- A dead path stays dead; what a person skips lets its successors go on without it. A condition that was
        -- never decided takes its `false` branch, as in skip().
        todo := todo || jsonb_build_array(jsonb_build_array(s, r.live > 0,
          case when q.job_type = 'conditional' then 'false' end));
      else
        a := payload_workflows._activate(a, q);
        if a.empty then
          a.done_nodes := a.done_nodes + 1;
          todo := todo || jsonb_build_array(jsonb_build_array(s, true, null));
        end if;
      end if;
    end loop;
  end loop;
end $$;

-- The last open job of a node is done: decides what the node is, and goes on.
create function payload_workflows._node_settled(inout a payload_workflows._acc, r payload_workflows.node_run, p_error jsonb)
language plpgsql as $$
declare p payload_workflows.plan_node; why jsonb := p_error;
begin
  a.active := a.active - 1;
  if r.state = 'waiting' then a.waiting := a.waiting - 1; end if;
  if r.failed = 0 then
    if r.state <> 'done' then update payload_workflows.node_run set state = 'done' where exec = a.exec and node = r.node; end if;
    a.done_nodes := a.done_nodes + 1;
    a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', r.node, 'status', 'completed', 'branch', r.branch));
    a := payload_workflows._propagate(a, r.node, true, r.branch);
    return;
  end if;
  select * into p from payload_workflows.plan_node where plan = a.plan and node = r.node;
  update payload_workflows.node_run set state = 'failed' where exec = a.exec and node = r.node;
  -- The job that ends last may well be a good one: the reason is then with one that ended before.
  if why is null then
    select g.error into why from payload_workflows.job j join :AGENT_JOBS g on g.id = j.pub::text
      where j.exec = a.exec and j.node = r.node and j.state = 'failed' order by j.idx limit 1;
  end if;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'node', 'node', r.node, 'status', 'failed', 'error', why));
  if p.tolerant then
    a.done_nodes := a.done_nodes + 1;
    a := payload_workflows._propagate(a, r.node, r.failed < r.total, null);
  else
    -- Nothing is told: what comes after stays pending until the node is retried or skipped.
    a.failed := a.failed + 1;
    a.error := coalesce(a.error, why || jsonb_build_object('nodeId', r.node));
  end if;
end $$;
