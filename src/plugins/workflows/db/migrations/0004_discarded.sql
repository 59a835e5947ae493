-- Test runs whose documents were thrown away: when, and which of them are gone.
alter table payload_workflows.execution add column if not exists discarded_at timestamptz;
alter table payload_workflows.effect add column if not exists discarded_at timestamptz;
