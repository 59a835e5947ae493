-- New params or config for nodes that have not begun, while paused. The caller has stored the new plan.
-- p { exec, plan, changed: [node], params, snapshot }
create function payload_workflows.adjust(p jsonb, p_by text) returns jsonb language plpgsql as $$
declare
  a payload_workflows._acc; e uuid := (p ->> 'exec')::uuid; q payload_workflows.plan_node; old payload_workflows.plan_node;
  begun text; r payload_workflows.node_run; n int; g int;
begin
  a := payload_workflows._open(e, null, 0, true);
  if a.exec is null or a.status not in ('pausing', 'paused') then
    return jsonb_build_object('ok', false, 'status', a.status);
  end if;
  select j.node into begun from payload_workflows.job j where j.exec = e and p -> 'changed' ? j.node
    and (j.attempt > 0 or j.state not in ('queued', 'held')) limit 1;
  if begun is not null then return jsonb_build_object('ok', false, 'status', a.status, 'begun', begun); end if;
  select a.items_total + coalesce(sum(y.expected - x.expected), 0) into a.items_total from payload_workflows.plan_node x
    join payload_workflows.plan_node y on y.plan = p ->> 'plan' and y.node = x.node
    left join payload_workflows.node_run z on z.exec = e and z.node = x.node
    where x.plan = a.plan and coalesce(z.state, 'pending') = 'pending';
  a.plan := p ->> 'plan';
  a.input_rev := a.input_rev + 1;
  -- A changed node whose jobs were planned but never begun is planned again under the new plan.
  for r in select * from payload_workflows.node_run where exec = e and p -> 'changed' ? node and state = 'active' loop
    select * into q from payload_workflows.plan_node where plan = a.plan and node = r.node;
    with gone as (delete from payload_workflows.job where exec = e and node = r.node returning pub, state, gen),
    shown as (delete from :AGENT_JOBS g using gone where g.id = gone.pub::text)
    select count(*) filter (where state = 'held'), count(*), max(gen) into n, begun, g from gone;
    a.inflight := a.inflight - n; a.queued := a.queued - (begun::int - n); a.active := a.active - 1;
    a.items_total := a.items_total - r.total + q.expected;
    a := payload_workflows._activate(a, q);
    -- Still the try it was: answers of an earlier one were paid for with another config.
    update payload_workflows.job set gen = g where exec = e and node = r.node and g > 0;
    if a.empty then a.done_nodes := a.done_nodes + 1; a := payload_workflows._propagate(a, q.node, true, null); end if;
  end loop;
  a := payload_workflows._promote(a);
  update :EXECUTIONS set params = p -> 'params', snapshot = p -> 'snapshot' where id = e::text;
  a.events := a.events || jsonb_build_array(jsonb_build_object('t', 'control', 'action', 'adjust', 'by', p_by, 'nodes', p -> 'changed'));
  a := payload_workflows._close(a);
  return jsonb_build_object('ok', true, 'status', a.status);
end $$;
