-- What one statement changes on one execution, gathered while its row is locked and written once by _close.
create type payload_workflows._acc as (
  exec uuid, plan text, template text, status text, old_status text, pause_reason text, old_pause_reason text,
  nodes int, done_nodes int, active int, waiting int, failed int, inflight int, queued int,
  items_total int, items_done int, old_pct int, tokens_in bigint, tokens_out bigint, cost numeric,
  error jsonb, max_parallel int, timeout_ms bigint, deadline_at timestamptz, time_left interval,
  input_rev int, test boolean, seq bigint, created_at timestamptz,
  events jsonb, me text, want int, claims jsonb, readied int, empty boolean, result text, done jsonb
);

-- Row ids that sort by time, so that index inserts stay together (PostgreSQL < 18 has no uuidv7()).
create function payload_workflows.uuid7() returns uuid language sql volatile as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) placing
        substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Locks one execution and loads it. p_wait = false: null when somebody else holds it.
create function payload_workflows._open(p_exec uuid, p_me text, p_want int, p_wait boolean)
returns payload_workflows._acc language plpgsql as $$
declare x payload_workflows.execution; a payload_workflows._acc;
begin
  if p_wait then
    select * into x from payload_workflows.execution where id = p_exec for no key update;
  else
    select * into x from payload_workflows.execution where id = p_exec for no key update skip locked;
  end if;
  if not found then return null; end if;
  a.exec := x.id; a.plan := x.plan; a.template := x.template; a.status := x.status; a.old_status := x.status;
  a.pause_reason := x.pause_reason; a.old_pause_reason := x.pause_reason; a.nodes := x.nodes; a.done_nodes := x.done_nodes; a.active := x.active;
  a.waiting := x.waiting; a.failed := x.failed; a.inflight := x.inflight; a.queued := x.queued;
  a.items_total := x.items_total; a.items_done := x.items_done; a.old_pct := x.pct;
  a.tokens_in := x.tokens_in; a.tokens_out := x.tokens_out; a.cost := x.cost; a.error := x.error;
  a.max_parallel := x.max_parallel; a.timeout_ms := x.timeout_ms; a.deadline_at := x.deadline_at;
  a.time_left := x.time_left; a.input_rev := x.input_rev; a.test := x.test; a.seq := x.seq;
  a.created_at := x.created_at;
  a.events := '[]'; a.me := p_me; a.want := coalesce(p_want, 0); a.claims := '[]'; a.readied := 0;
  return a;
end $$;
