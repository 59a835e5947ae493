-- Whether an answer is in its execution's bill: an overtaken worker's may be stored when its job is over already.
alter table payload_workflows.call add column if not exists counted boolean not null default false;
update payload_workflows.call c set counted = true from payload_workflows.job j
  where j.exec = c.exec and j.node = c.node and j.idx = c.idx and c.state = 'succeeded'
    and (j.state in ('done', 'failed', 'skipped') or j.gen > c.gen);
create index if not exists call_uncounted on payload_workflows.call (exec, node, idx) where state = 'succeeded' and not counted;
