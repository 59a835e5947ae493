-- Who may answer a review stands beside its other facts: what waits for somebody is one statement. Null = every
-- editor of the workspace.
alter table payload_workflows.plan_node add column if not exists reviewers text[];
update payload_workflows.plan_node p set reviewers = x.reviewers
  from (select l.id as plan, n ->> 'id' as node,
          (select array_agg(r) from jsonb_array_elements_text(n -> 'config' -> 'reviewers') r) as reviewers
        from payload_workflows.plan l, jsonb_array_elements(l.body -> 'nodes') n
        where n ->> 'type' = 'review' and jsonb_typeof(n -> 'config' -> 'reviewers') = 'array') x
  where p.plan = x.plan and p.node = x.node and x.reviewers is not null;
create index if not exists job_waiting on payload_workflows.job (exec) where state = 'waiting';

-- Set before the first mail of a review is sent, so that nobody is told twice. What waited before this version
-- is not told at all.
alter table payload_workflows.review add column if not exists told_at timestamptz;
update payload_workflows.review set told_at = opened_at where told_at is null;
create index if not exists review_untold on payload_workflows.review (opened_at) where told_at is null;
