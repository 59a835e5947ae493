-- Jobs that workers died with, ready or running: few or none, so that a claim can ask for them for nothing.
create index if not exists job_suspect on payload_workflows.job (owner, next_at)
 where crashes >= 2 and state in ('ready', 'running');
