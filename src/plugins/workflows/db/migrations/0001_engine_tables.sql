-- The engine's own tables. Large values (params, outputs, snapshots) live in the collections' rows; what
-- is here is narrow, so that the hot updates stay HOT. Column by column: why it exists.

create sequence if not exists payload_workflows.fence;

-- A compiled plan with its quantities bound, shared by all executions that have the same one (id = hash).
create table if not exists payload_workflows.plan (
  id text primary key,
  body jsonb not null,
  created_at timestamptz not null default now()
);

create table if not exists payload_workflows.plan_node (
  plan text not null references payload_workflows.plan (id) on delete cascade,
  node text not null,
  ord int not null,
  kind text not null,               -- 'work' is run by a worker, 'review' waits for a person
  job_type text not null,           -- the node's type, for the projection
  quantity int,                     -- number of jobs; null = one per item of items_from
  items_from text,
  expected int not null,            -- what progress counts before the number is known
  succ text[] not null,
  branch text[] not null,           -- per successor: the handle that must be taken, '' = any
  need int[] not null,              -- per successor: its in-degree
  join_first boolean[] not null,    -- per successor: ready at the first live arrival
  in_degree int not null,
  lane text,                        -- parallel node whose maxConcurrent limits this node's jobs
  lane_limit int,
  tolerant boolean not null,        -- a failure here does not fail the execution
  auto_minutes double precision,    -- review: approves itself after
  primary key (plan, node)
);

create table if not exists payload_workflows.execution (
  id uuid primary key,
  workspace text not null,
  launch_key text,
  template text,
  plan text not null references payload_workflows.plan (id),
  status text not null check (status in ('pending','running','pausing','paused','completed','failed','stopped')),
  pause_reason text check (pause_reason in ('user','review','budget')),
  nodes int not null,
  done_nodes int not null default 0,   -- done, skipped or failed-and-tolerated
  active int not null default 0,       -- node runs with open jobs, reviews included
  waiting int not null default 0,      -- of these: reviews
  failed int not null default 0,       -- node runs that failed and are not tolerated
  inflight int not null default 0,     -- jobs ready, held or running
  queued int not null default 0,       -- jobs behind the limit of parallel jobs
  items_total int not null default 0,
  items_done int not null default 0,
  pct int not null default 0,
  tokens_in bigint not null default 0,
  tokens_out bigint not null default 0,
  cost numeric not null default 0,
  error jsonb,
  max_parallel int not null,
  timeout_ms bigint not null,
  deadline_at timestamptz,             -- null while paused or ended
  time_left interval,                  -- what is left of the time limit while paused
  input_rev int not null default 0,    -- moves when params or plan are adjusted: workers drop their cache
  test boolean not null default false,
  seq bigint not null default 0,       -- last event number
  created_at timestamptz not null default now()
) with (fillfactor = 60);
create unique index if not exists execution_launch_key on payload_workflows.execution (workspace, launch_key) where launch_key is not null;
create index if not exists execution_deadline on payload_workflows.execution (deadline_at) where deadline_at is not null;

-- Lazy: a row appears when the first edge arrives. No row = pending.
create table if not exists payload_workflows.node_run (
  exec uuid not null references payload_workflows.execution (id) on delete cascade,
  node text not null,
  state text not null check (state in ('pending','active','waiting','done','failed','skipped','cancelled')),
  arrived int not null default 0,
  live int not null default 0,
  open int not null default 0,
  total int not null default 0,
  failed int not null default 0,
  items int not null default 0,        -- what its jobs pass on
  branch text,
  skip boolean not null default false, -- a person asked to skip it before it began
  primary key (exec, node)
) with (fillfactor = 70);

create table if not exists payload_workflows.job (
  exec uuid not null references payload_workflows.execution (id) on delete cascade,
  node text not null,
  idx int not null,
  state text not null check (state in ('queued','ready','held','running','waiting','done','failed','skipped','cancelled')),
  fence bigint not null default 0,
  owner text,
  gen int not null default 0,          -- moves only by a person's retry: part of the call key
  attempt int not null default 0,
  crashes int not null default 0,
  next_at timestamptz not null,
  claimed_at timestamptz,
  lane text,
  pub uuid not null,                   -- id of its row in the agent jobs collection
  primary key (exec, node, idx)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
create index if not exists job_ready on payload_workflows.job (next_at) where state = 'ready';
create index if not exists job_running on payload_workflows.job (owner) where state = 'running';
create index if not exists job_queued on payload_workflows.job (exec, next_at) where state = 'queued';

-- The lease: one row a worker process, touched once a second, whatever it holds.
create table if not exists payload_workflows.worker (
  id text primary key,
  slots int not null,
  host text not null,
  pid int not null,
  pool_id text,
  started_at timestamptz not null default now(),
  beat_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);

-- The call ledger: a paid answer is here before anything else is done with it.
create table if not exists payload_workflows.call (
  key text primary key,
  exec uuid not null,
  node text not null,
  idx int not null,
  gen int not null,
  step text not null,
  provider text not null,
  state text not null check (state in ('started','succeeded','failed')),
  fence bigint not null,
  starts int not null default 1,
  response jsonb,
  blob bytea,                          -- image bytes, dropped once the job is done
  request_id text,
  model text,
  tokens_in int not null default 0,
  tokens_out int not null default 0,
  cost numeric not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
create index if not exists call_exec on payload_workflows.call (exec, node, idx);
create index if not exists call_blob on payload_workflows.call (exec, node, idx) where blob is not null;

-- The effect ledger: which document a slot of a job made.
create table if not exists payload_workflows.effect (
  exec uuid not null,
  node text not null,
  idx int not null,
  slot text not null,
  fence bigint not null,
  collection text,
  doc_id text,
  content_hash text,
  at timestamptz not null default now(),
  primary key (exec, node, idx, slot)
);
create index if not exists effect_document on payload_workflows.effect (collection, doc_id);

create table if not exists payload_workflows.review (
  exec uuid not null references payload_workflows.execution (id) on delete cascade,
  node text not null,
  gen int not null default 0,
  opened_at timestamptz not null default now(),
  auto_at timestamptz,
  decision text check (decision in ('approve','reject')),
  decided_by text,                     -- user id, or 'auto'
  decided_by_name text,
  decided_at timestamptz,
  comment text,
  primary key (exec, node, gen)
);
create index if not exists review_open on payload_workflows.review (auto_at) where decision is null;

-- One row a statement and execution: an array of what changed. Gap-free, as seq moves under the execution's lock.
create table if not exists payload_workflows.event (
  exec uuid not null references payload_workflows.execution (id) on delete cascade,
  seq bigint not null,
  at timestamptz not null default clock_timestamp(),
  data jsonb not null,
  primary key (exec, seq)
);

-- A provider that said 429: nobody calls before blocked_until, then one probe, then all.
create table if not exists payload_workflows.provider_block (
  provider text primary key,
  blocked_until timestamptz not null,
  probe_until timestamptz
);

-- Usage figures of templates: appended in the engine's transactions, folded by the sweep, so that no two
-- executions wait for one template's row.
create table if not exists payload_workflows.stat_delta (
  id bigint generated always as identity primary key,
  template text not null,
  uses int not null default 0,
  completed int not null default 0,
  failed int not null default 0,
  total_ms bigint not null default 0
);
create table if not exists payload_workflows.template_stat (
  template text primary key,
  uses int not null default 0,
  completed int not null default 0,
  failed int not null default 0,
  total_ms bigint not null default 0
);
