-- One execution for each launch key.
-- The unique index says so; a dump that was restored without its indexes would not.
select workspace, array_agg(id) as executions from payload_workflows.execution
where launch_key is not null
group by workspace, launch_key having count(*) > 1
