-- Every execution has its row in the collection, and the other way round.
select e.id::text as engine, x.id as collection from payload_workflows.execution e
full join :EXECUTIONS x on x.id = e.id::text
where e.id is null or x.id is null
