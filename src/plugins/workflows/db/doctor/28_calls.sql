-- An answer that is stored was not asked for again.
select exec, node, idx, key, started_at, finished_at from payload_workflows.call
where state = 'succeeded' and (finished_at is null or finished_at < started_at)
