-- All or nothing: execution, its row in the collection, the jobs of the roots, event 1, bells. A launch key
-- that was used before answers the execution it made.
-- p_bells: free slots of other processes. Not known in a process without a worker: then one at least.
-- p { id, plan, workspace, launchKey, template, test, maxParallel, timeoutMs, projection }
create function payload_workflows.launch(p jsonb, p_bells int) returns jsonb language plpgsql as $$
declare
  a payload_workflows._acc; known uuid; t timestamptz := clock_timestamp(); q payload_workflows.plan_node;
  e uuid := (p ->> 'id')::uuid; plan_id text := p ->> 'plan'; n int; expected int;
begin
  select count(*), coalesce(sum(x.expected), 0) into n, expected from payload_workflows.plan_node x where x.plan = plan_id;
  insert into payload_workflows.execution (id, workspace, launch_key, template, plan, status, nodes, items_total,
      max_parallel, timeout_ms, deadline_at, test)
    values (e, p ->> 'workspace', p ->> 'launchKey', p ->> 'template', plan_id, 'pending', n, expected,
      (p ->> 'maxParallel')::int, (p ->> 'timeoutMs')::bigint,
      t + make_interval(secs => (p ->> 'timeoutMs')::bigint / 1000.0), (p ->> 'test')::boolean)
    on conflict (workspace, launch_key) where launch_key is not null do nothing;
  if not found then
    select id into known from payload_workflows.execution
      where workspace = p ->> 'workspace' and launch_key = p ->> 'launchKey';
    return jsonb_build_object('id', known, 'created', false);
  end if;
  insert into :EXECUTIONS (:EXECUTION_COLUMNS)
    select :EXECUTION_COLUMNS from jsonb_populate_record(null:::EXECUTIONS, p -> 'projection');
  a := payload_workflows._open(e, null, 0, true);
  a.events := jsonb_build_array(jsonb_build_object('t', 'execution', 'status', 'pending'));
  for q in select * from payload_workflows.plan_node x where x.plan = plan_id and x.in_degree = 0 order by x.ord loop
    insert into payload_workflows.node_run (exec, node, state) values (e, q.node, 'pending');
    a := payload_workflows._activate(a, q);
    if a.empty then
      a.done_nodes := a.done_nodes + 1;
      a := payload_workflows._propagate(a, q.node, true, null);
    end if;
  end loop;
  a := payload_workflows._promote(a);
  a := payload_workflows._close(a);
  if a.template is not null and not a.test then
    insert into payload_workflows.stat_delta (template, uses) values (a.template, 1);
  end if;
  perform payload_workflows._ring(least(a.readied, p_bells));
  return jsonb_build_object('id', e, 'created', true);
end $$;
